using System.Globalization;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Readers;

// Ordinary exports whose lines are not what they should be, or that are loaded with one statement forgotten: what is in them is loaded
// fully, or something is refused that says what to do.
public class MalformedExportsTests
{
    private static readonly string[] MachineCultures = ["", "da-DK", "ar-SA", "th-TH"];

    // What can be seen through: what is loaded stays the same.
    private static readonly (string Name, Func<Export, string> Of)[] Harmless =
    [
        ("byte order mark", export => "\uFEFF" + export.Text),
        ("other ends of lines", export => export.Text.ReplaceLineEndings("\r\n")),
        ("blanks around names", export => Named(export, name => $" {name}\u00A0")),
        ("marks of direction in names", export => Named(export, name => $"\u200E{name}")),
        ("a mark at the end of lines", export => Lines(export, line => line + export.Mark)),
        ("another column", export => Lines(export, line => $"{line}{export.Mark}more")),
        ("all cells quoted", export => Lines(export, line => $"\"{string.Join($"\"{export.Mark}\"", Cells(line, export.Mark))}\"")),
    ];

    // What cannot; each message has all of these, of which a file without names has the second of two.
    private static readonly (string Name, Func<Export, string> Of, string[] Says)[] Harmful =
    [
        ("the names again", export => With(export, 2, FirstOf(export)), ["row 2,", "passed over with Where"]),
        ("a line of totals", export => With(export, 2, "Total" + new string(export.Mark, Marks(export))),
            ["row 2,", "passed over with Where"]),
        ("a blank line", export => With(export, 2, new string(export.Mark, Marks(export))), ["row 2,", "passed over with Where"]),
        ("a comment", export => With(export, 1, "# from a program" + new string(export.Mark, Marks(export))), ["row 1,", "Where"]),
        ("a title above", export => $"A report{Environment.NewLine}{export.Text}",
            ["no column|Expected a place below 1", "it has A report|what stands between"]),
        ("nothing at all", _ => "", ["no column|Expected a place below 1", "it has none|what stands between"]),
        ("names in capitals", export => Named(export, name => name.ToUpperInvariant()), ["Did you mean '"]),
        ("another mark", export => Lines(export, line => line.Replace(export.Mark, '|')), ["state to it"]),
        ("a name twice", export => Twice(export), ["more than one column", "such as NameColumn("]),
        ("a line that ends early", export => Cut(export), ["row 1, column '", "when it was read"]),
    ];

    [Fact]
    public void Load_AsItIs_GivesWhatItMeans()
    {
        foreach (var export in Export.All)
        {
            export.Load().Should().Be(export.Means, export.Name);
            foreach (var (name, of) in Harmless)
            {
                export.Load(of(export)).Should().Be(export.Means, $"of {export.Name} with {name}");
            }
        }
    }

    [Fact] // A condition on rows may pass over what is harmful; that loads fully too.
    public void Load_Harmful_SaysWhatIsWrong()
    {
        foreach (var export in Export.All)
        {
            foreach (var (name, of, says) in Harmful)
            {
                var outcome = export.Load(of(export));
                if (outcome != export.Means)
                {
                    outcome.Should().StartWith("refused", $"of {export.Name} with {name}");
                    says.Should().OnlyContain(words => words.Split('|', 2).Any(outcome.Contains), $"of {export.Name}, {name}: {outcome}");
                }
            }
        }
    }

    public static TheoryData<string, string, string> Forgotten => new()
    {
        { "orders", "In(American)", "row 1, column 'Created at': found '9/14/2026 8:30 AM'*state it with In(culture)" },
        { "orders", "AtLocalTime", "it was not stated when the facts happened. Call At(*" },
        { "ads", "In(German)", "row 1, column 'Tag': found '14.09.2026'*state it with In(culture)" },
        { "ads", "NoValue", "row 1, column 'Conversions': found ' --'*state it with NoValue('--')" },
        { "ads", "Where", "row 3, column 'Tag': found 'Gesamt: Konto'*passed over with Where(row => …)" },
        { "bank", "In(Danish)", "row 1, column 'date': found '14-09-26'*state it with In(culture)" },
        { "bank", "TwoDigitYearsFrom", "row 1, column 'date': found '14-09-26'*such as TwoDigitYearsFrom(1970)" },
        { "bank", "NameColumns", "The reader has no column 'date'; it has c1, c2, c3, c4." },
        { "sessions", "In(American)", "row 1, column 'Sessions': found '1,234'*state it with In(culture)" },
        { "sessions", "Where", "row 3, column 'Date': found ''*passed over with Where(row => …)" },
        { "payments", "AtUtc", "it was not stated when the facts happened. Call At(*" },
        { "subscriptions", "In(German)", "row 1, column 'MRR (EUR)': found '1.234,50'*state it with In(culture)" },
    };

    [Theory, MemberData(nameof(Forgotten))] // What is forgotten is what the message asks for.
    public void Load_WithoutAStatement_SaysWhichOneIsMissing(string name, string statement, string message) =>
        Export.All.Single(export => export.Name == name).Load(without: statement).Should().Match($"refused*{message}*");

    [Fact] // The first row would be lost without a word.
    public void Load_TheFirstRowTakenForNames_IsRefused()
    {
        var bank = Export.All.Single(export => export.Name == "bank");
        var rows = string.Join('\n', bank.Text.ReplaceLineEndings("\n").Split('\n')[1..]);

        bank.Load(rows).Should().Be(
            "refused: The reader took the first row for the names of its columns: that of 'date' was '14-09-26'."
            + " State to it that the file has no line of names, such as HasHeaders = false or HasHeaderRecord = false.");
    }

    [Fact]
    public void Load_WithAnotherMark_SaysWhichOne()
    {
        foreach (var export in Export.All)
        {
            var (shown, outcome) = ($"'{export.Mark}'", export.Load(mark: export.Mark == ';' ? ',' : ';'));
            if (export.Name == "bank")
            {
                outcome.Should().EndWith("If its lines have more cells than one, state to it what stands between them.");
            }
            else
            {
                outcome.Should().Contain($"It took the line of names for one: state to it that {shown} stands between them.");
            }
        }
    }

    [Fact]
    public void Load_UnderAnotherCultureOfTheMachine_GivesTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            MachineCultures.Select(AllOutcomes).Distinct().Should().ContainSingle();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string AllOutcomes(string culture)
    {
        CultureInfo.CurrentCulture = new(culture);
        return string.Join('\n', Export.All.SelectMany(export => (string[])
        [
            .. Harmless.Select(each => export.Load(each.Of(export))), .. Harmful.Select(each => export.Load(each.Of(export))),
            .. export.Statements.Select(statement => export.Load(without: statement.Name)),
            .. Harmful.Select(each => export.Load(each.Of(export), keepsGoodRows: true)),
        ]));
    }

    private static string[] LinesOf(Export export) => export.Text.ReplaceLineEndings("\n").Split('\n');

    private static string FirstOf(Export export) => LinesOf(export)[0];

    private static int Marks(Export export) => FirstOf(export).Count(letter => letter == export.Mark);

    private static string Lines(Export export, Func<string, string> changed) => string.Join('\n', LinesOf(export).Select(changed));

    private static string Named(Export export, Func<string, string> changed)
    {
        var lines = LinesOf(export);
        return string.Join('\n', lines.Skip(1).Prepend(string.Join(export.Mark, lines[0].Split(export.Mark).Select(changed))));
    }

    private static string With(Export export, int place, string line)
    {
        var lines = LinesOf(export).ToList();
        lines.Insert(place, line);
        return string.Join('\n', lines);
    }

    // Another column has the name of the second.
    private static string Twice(Export export)
    {
        var name = FirstOf(export).Split(export.Mark)[1];
        var lines = LinesOf(export);
        return string.Join('\n', lines.Skip(1).Select(line => $"{line}{export.Mark}9").Prepend($"{lines[0]}{export.Mark}{name}"));
    }

    private static string Cut(Export export)
    {
        var lines = LinesOf(export);
        lines[1] = lines[1][..lines[1].LastIndexOf(export.Mark)];
        return string.Join('\n', lines);
    }

    // Without the marks in quotes.
    private static IEnumerable<string> Cells(string line, char mark)
    {
        var isQuoted = false;
        var cell = "";
        foreach (var letter in line)
        {
            isQuoted ^= letter == '"';
            if (letter == mark && !isQuoted)
            {
                yield return cell;
                cell = "";
            }
            else if (letter != '"')
            {
                cell += letter;
            }
        }

        yield return cell;
    }
}
