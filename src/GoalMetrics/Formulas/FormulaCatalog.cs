using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GoalMetrics;

/// <summary>
/// The formulas an application knows, found by id or synonym in any letter case, with hyphens, underscores, spaces or none:
/// <c>conversion-rate</c>, <c>ConversionRate</c>, <c>konverteringsrate</c>. Immutable: adding gives a new catalogue.
/// </summary>
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
                        $"Two formulas are named {Shown.Quote(name)}: {byName[Key(name)]} and {formula}. Give one of them another id or synonym.", nameof(formulas));
                }
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The built-in formulas.</summary>
    public static FormulaCatalog Default { get; } = Of(
    [
        .. Marketing.Formulas, .. Commerce.Formulas, .. Customers.Formulas, .. Finance.Formulas,
        .. Service.Formulas, .. Operations.Formulas, .. People.Formulas,
    ]);

    /// <summary>All formulas, in the order they were added.</summary>
    public IReadOnlyList<Formula> Formulas { get; }

    /// <summary>A catalogue of these formulas only.</summary>
    /// <exception cref="ArgumentException">Two formulas share an id or synonym; the message names both.</exception>
    public static FormulaCatalog Of(params Formula[] formulas)
    {
        ArgumentNullException.ThrowIfNull(formulas);
        return new([.. formulas]);
    }

    /// <summary>This catalogue and more formulas.</summary>
    /// <exception cref="ArgumentException">Two formulas share an id or synonym; the message names both.</exception>
    public FormulaCatalog With(params Formula[] formulas)
    {
        ArgumentNullException.ThrowIfNull(formulas);
        return new([.. Formulas, .. formulas]);
    }

    /// <summary>The formula with this id or synonym.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the nearest.</exception>
    public Formula Find(string name) => TryFind(name, out var formula)
        ? formula
        : throw new KeyNotFoundException($"No formula is named {Shown.Quote(name)}.{Nearest.Hint(name, Formulas.SelectMany(NamesOf))}");

    /// <summary>The formula with this id or synonym, if there is one.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Formula? formula)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(Key(name), out formula);
    }

    /// <summary>The formulas of a family, such as <c>Marketing</c>.</summary>
    public IEnumerable<Formula> InFamily(string family) =>
        Formulas.Where(f => string.Equals(f.Description.Family, family, StringComparison.OrdinalIgnoreCase));

    /// <summary>The families there are, in the order they were added.</summary>
    public IEnumerable<string> Families => Formulas.Select(formula => formula.Description.Family).Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> NamesOf(Formula formula) => formula.Description.Synonyms.Prepend(formula.Id);

    // How a name is looked up: å as one letter or as a and a ring, words apart or together.
    private static string Key(string name)
    {
        var wellFormed = name.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
        return string.Concat((wellFormed ? name.Normalize() : name).Split('-', '_', ' '));
    }
}
