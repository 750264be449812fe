using System.Globalization;
using System.Text;
using GoalMetrics;

namespace DocsTests;

/// <summary>The page of a family of formulas, and the list of them all, written from the descriptions in the catalogue.</summary>
internal static class FormulaPage
{
    private const string Written =
        "<!-- Written from the catalogue by the documentation tests: change the descriptions beside the formulas, not this page. -->";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da");

    public static string Index(FormulaCatalog catalog)
    {
        var page = new StringBuilder();
        page.AppendLine("# Formulas");
        page.AppendLine().AppendLine(Written).AppendLine();
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"{catalog.Formulas.Count} formulas in {catalog.Families.Count} families. Each is a static method, called directly, and an"
            + $" entry of `FormulaCatalog.Default`, found by its");
        page.AppendLine(
            "id, a synonym or its title, English or Danish, in any letter case. Your own stand beside them:"
            + " see [Add your own formula](../add-your-own-formula.md).");
        foreach (var family in catalog.Families)
        {
            page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## [{family}]({FileOf(family)})").AppendLine();
            page.AppendLine("| formula | på dansk | equation |").AppendLine("|---|---|---|");
            foreach (var formula in catalog.InFamily(family))
            {
                page.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {Link(formula)} | {formula.Title.In(Danish)} | `{Cell(formula.EquationText())}` |");
            }
        }

        return Done(page);
    }

    public static string Of(FormulaCatalog catalog, string family)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"# {family}").AppendLine().AppendLine(Written).AppendLine();
        page.AppendLine(
            "A zero below the line, a missing input and a value outside its valid range give an undefined result with the reason and the"
            + " name of");
        page.AppendLine(
            "the input, never an exception and never 0. A count below zero and a quantity of the wrong kind are mistakes in the program,"
            + " and throw.");
        foreach (var formula in catalog.InFamily(family))
        {
            Append(page, catalog, formula);
        }

        return Done(page);
    }

    public static string FileOf(string family) => family.ToLowerInvariant().Replace(' ', '-') + ".md";

    private static void Append(StringBuilder page, FormulaCatalog catalog, Formula formula)
    {
        var description = formula.Description;
        page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {formula.Title.English}").AppendLine();
        var call = $"{PascalCase(description.Family, ' ')}.{PascalCase(formula.Id, '-')}({string.Join(", ", Parameters(formula))})";
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"`{call}` · id `{formula.Id}`{Synonyms(description)} · {formula.Title.In(Danish)} · {Better(description.Direction)}");
        page.AppendLine();
        page.AppendLine("```math").AppendLine(formula.EquationLatex()).AppendLine("```").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"`{formula.EquationText()}`").AppendLine();
        page.AppendLine("| input | kind | valid |").AppendLine("|---|---|---|");
        foreach (var input in formula.Inputs)
        {
            var many = input.IsRepeated ? ", many" : "";
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{input.Name}`{many} | {Kind(input.Kind)} | {Valid(input)} |");
        }

        page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Result: {formula.ResultUnitInWords}.");
        var example = description.Example!;
        page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"**Example.** {example.About}:").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"> {formula.Explain([.. example.Inputs]).ToString(English)}").AppendLine();
        foreach (var edge in description.EdgeCases)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"- {edge}");
        }

        foreach (var variant in description.Variants)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"- Not {Link(catalog.Find(variant.Id))}: {variant.Difference}");
        }

        page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Source: {description.Source}.");
    }

    private static string Link(Formula formula) =>
        $"[{formula.Title.English}]({FileOf(formula.Description.Family)}#{Anchor(formula.Title.English)})";

    // As Markdown viewers make it of a heading.
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    private static string PascalCase(string words, char separator) =>
        string.Concat(words.Split(separator).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static IEnumerable<string> Parameters(Formula formula) => formula.Inputs.Select(input => input.Name);

    private static string Synonyms(FormulaDescription description) =>
        description.Synonyms.Count == 0 ? "" : $", also {string.Join(", ", description.Synonyms.Select(synonym => $"`{synonym}`"))}";

    private static string Better(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => "higher is better",
        Direction.LowerIsBetter => "lower is better",
        _ => "neither way is better",
    };

    private static string Kind(InputKind kind) => kind == InputKind.Any ? "any quantity" : kind.ToString().ToLowerInvariant();

    private static string Valid(FormulaInput input) => (input.Minimum, input.Maximum) switch
    {
        (null, null) => "any amount",
        ({ } minimum, null) => FormattableString.Invariant($"{minimum} or more"),
        (null, { } maximum) => FormattableString.Invariant($"at most {maximum}"),
        var (minimum, maximum) => FormattableString.Invariant($"{minimum} to {maximum}"),
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Done(StringBuilder page) => page.ToString().ReplaceLineEndings("\n");
}
