using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace GoalMetrics;

/// <summary>
/// The formulas an application knows, found by id, synonym or title in any language, in any letter case of any culture, with
/// hyphens, underscores, spaces or none: <c>conversion-rate</c>, <c>ConversionRate</c>, <c>konverteringsrate</c>. Immutable:
/// adding gives a new catalogue.
/// </summary>
/// <remarks>An id or synonym goes before a title of another formula; of two formulas with one title the first is found.</remarks>
public sealed class FormulaCatalog
{
    private readonly FrozenDictionary<string, Formula> _byName;

    private FormulaCatalog(IReadOnlyList<Formula> formulas)
    {
        Formulas = formulas;
        var byName = new Dictionary<string, Formula>(StringComparer.OrdinalIgnoreCase);
        foreach (var formula in formulas)
        {
            foreach (var name in NamesOf(formula).DistinctBy(Key, StringComparer.OrdinalIgnoreCase))
            {
                if (!byName.TryAdd(Key(name), formula))
                {
                    throw new ArgumentException(
                        $"Two formulas are named {Shown.Quote(name)}: {byName[Key(name)]} and {formula}. "
                        + "Give one of them another id or synonym.",
                        nameof(formulas));
                }
            }
        }

        foreach (var formula in formulas)
        {
            foreach (var title in TitlesOf(formula))
            {
                byName.TryAdd(Key(title), formula);
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The built-in formulas.</summary>
    public static FormulaCatalog Default { get; } = Of([.. BuiltIn().SelectMany(family => family)]);

    /// <summary>All formulas, in the order they were added.</summary>
    public IReadOnlyList<Formula> Formulas { get; }

    /// <summary>A catalogue of these formulas only.</summary>
    /// <exception cref="ArgumentException">One is null, or two share an id or synonym; the message names both.</exception>
    public static FormulaCatalog Of(params Formula[] formulas)
    {
        return new(Copies.Of(formulas, nameof(formulas)));
    }

    /// <summary>This catalogue and more formulas.</summary>
    /// <exception cref="ArgumentException">One is null, or two share an id or synonym; the message names both.</exception>
    public FormulaCatalog With(params Formula[] formulas)
    {
        return new([.. Formulas, .. Copies.Of(formulas, nameof(formulas))]);
    }

    /// <summary>The formula with this id, synonym or title.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the nearest.</exception>
    public Formula Find(string name)
    {
        if (TryFind(name, out var formula))
        {
            return formula;
        }

        throw new KeyNotFoundException($"No formula is named {Shown.Quote(name)}.{Nearest.Hint(name, Formulas.SelectMany(AllNamesOf))}");
    }

    /// <summary>The formula with this id, synonym or title, if there is one.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Formula? formula)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(Key(name), out formula);
    }

    /// <summary>The formulas of a family, such as <c>Marketing</c>.</summary>
    public IReadOnlyList<Formula> InFamily(string family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return [.. Formulas.Where(formula => string.Equals(formula.Description.Family, family, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The families there are, in the order they were added.</summary>
    public IReadOnlyList<string> Families =>
        [.. Formulas.Select(formula => formula.Description.Family).Distinct(StringComparer.OrdinalIgnoreCase)];

    // Family by family: each is made when it is come to.
    internal static IEnumerable<IReadOnlyList<Formula>> BuiltIn()
    {
        yield return Marketing.Formulas;
        yield return Commerce.Formulas;
        yield return Customers.Formulas;
        yield return Finance.Formulas;
        yield return CustomerService.Formulas;
        yield return Operations.Formulas;
        yield return People.Formulas;
    }

    private static IEnumerable<string> NamesOf(Formula formula) => formula.Description.Synonyms.Prepend(formula.Id);

    // Not the predefined cultures only: applications without culture data know titles by their language as well.
    private static IEnumerable<string> TitlesOf(Formula formula)
    {
        if (formula.Description.Title is { } title)
        {
            return title.Languages.Select(language => title.In(CultureInfo.GetCultureInfo(language, predefinedOnly: false)));
        }

        return [];
    }

    private static IEnumerable<string> AllNamesOf(Formula formula) =>
        NamesOf(formula).Concat(TitlesOf(formula)).DistinctBy(Key, StringComparer.OrdinalIgnoreCase);

    // How a name is looked up: å as one letter or as a and a ring, words apart or together, and one i with a dot or without, as
    // Turkish and Azeri make ROİ of roi and roı of ROI.
    private static string Key(string name)
    {
        var wellFormed = name.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
        var key = new StringBuilder(name.Length);
        foreach (var c in wellFormed ? name.Normalize() : name)
        {
            switch (c)
            {
                case '-' or '_' or ' ' or '\u0307':
                    break;
                case 'ı' or 'İ':
                    key.Append('i');
                    break;
                default:
                    key.Append(c);
                    break;
            }
        }

        return key.ToString();
    }
}
