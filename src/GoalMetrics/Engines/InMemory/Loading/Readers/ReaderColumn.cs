using System.Data;
using System.Globalization;

namespace GoalMetrics;

// A column of a reader: by name until the reader's columns are known, then by number.
internal sealed class ReaderColumn(string name)
{
    private static readonly (char Letter, string Shown)[] Delimiters = [(';', "';'"), (',', "','"), ('\t', "a tabulator"), ('|', "'|'")];

    private CarriedCell? _carried;

    public string Name => name;

    public int Ordinal { get; private set; } = -1;

    // The dimension that the column is read into; null for other columns.
    public string? Dimension { get; set; }

    public object? Cell(IDataRecord row)
    {
        if (_carried is null)
        {
            return row.GetValue(Ordinal);
        }

        return _carried.Value;
    }

    public void Carry(IReadOnlyDictionary<int, CarriedCell> carried) => _carried = carried.GetValueOrDefault(Ordinal);

    public bool HasWholeNumbers(IDataReader reader) =>
        reader.GetFieldType(Ordinal) is { IsEnum: false } type && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    // By its exact name, or by one that differs in blanks around it or in letters that cannot be seen, such as a byte order mark.
    public void Resolve(IReadOnlyList<string> names)
    {
        var found = Places(names, other => other == name);
        if (found.Count == 0)
        {
            found = Places(names, other => Trimmed(other) == Trimmed(name));
        }

        Ordinal = found switch
        {
            [var only] => only,
            [] => throw new ArgumentException(Missing(names)),
            _ => throw new ArgumentException(
                $"The reader has more than one column {Shown.Quote(name)}: which one is meant? Give each a name of its own, such as"
                + $" NameColumn({found[^1]}, \"{name} 2\")."),
        };
    }

    private static List<int> Places(IReadOnlyList<string> names, Func<string, bool> isMeant) =>
        [.. Enumerable.Range(0, names.Count).Where(place => isMeant(names[place]))];

    private static string Trimmed(string name) => string.Concat(name.Where(letter => !IsInvisible(letter))).Trim();

    private string Missing(IReadOnlyList<string> names)
    {
        if (names is [var line] && line.Contains(name, StringComparison.Ordinal) && DelimiterIn(line) is { } delimiter)
        {
            return $"The reader has no column {Shown.Quote(name)}; it has one, {Shown.Quote(line)}."
                + $" It took the line of names for one: state to it that {delimiter} stands between them.";
        }

        var named = names.Where(other => !string.IsNullOrWhiteSpace(other)).Select(Visible).ToList();
        var nameless = names.Count - named.Count;
        var all = Shown.List(named, ifNone: "none");
        if (nameless > 0)
        {
            all = $"{all}, and {nameless} without a name: name columns by place with NameColumns";
        }

        return $"The reader has no column {Shown.Quote(name)}; it has {all}.{HintOf(names, Nearest.Hint(name, named))}";
    }

    // What happened to the names before they came here, or else the one that is meant.
    private static string HintOf(IReadOnlyList<string> names, string nearest)
    {
        if (names.Any(other => other.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            return " Letters were lost when the file was read: open it in its own encoding, such as Encoding.Latin1.";
        }

        var isTitle = names is [{ Length: > 0 }] || (names.Count > 0 && names.All(string.IsNullOrWhiteSpace));
        if (nearest.Length == 0 && isTitle)
        {
            return " If lines stand above that of the names, such as a title or an empty one, read past them before the reader begins.";
        }

        return nearest;
    }

    // What seems to stand between the names of a line; null for nothing.
    private static string? DelimiterIn(string line)
    {
        var likely = Delimiters.MaxBy(delimiter => line.Count(letter => letter == delimiter.Letter));
        if (line.Contains(likely.Letter))
        {
            return likely.Shown;
        }

        return null;
    }

    // Letters that cannot be seen would make two names look the same.
    private static string Visible(string name) => string.Concat(name.Select(letter =>
        IsInvisible(letter) ? FormattableString.Invariant($"\\u{(int)letter:X4}") : letter.ToString()));

    private static bool IsInvisible(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;
}
