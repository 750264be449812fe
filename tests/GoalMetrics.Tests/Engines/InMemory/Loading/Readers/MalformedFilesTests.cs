using System.Globalization;

namespace GoalMetrics.Tests.Engines.InMemory.Loading.Readers;

// Each way of writing a file with each malformation of a cell: it loads fully, or says which cell is bad. No cell is ever read as anything
// but what it is, and nothing depends on the culture of the machine.
public class MalformedFilesTests
{
    private static readonly string[] MachineCultures = ["", "da-DK", "en-US", "ar-SA", "fa-IR", "tr-TR", "th-TH", "fr-CH"];

    [Fact]
    public void Build_HarmlessMalformation_LoadsFully()
    {
        foreach (var feature in Feature.All)
        {
            foreach (var malformation in Malformation.Harmless)
            {
                Outcome(feature, malformation).Should().Be(
                    $"{feature.Means} {feature.Means} {feature.Means}", "of {0} with {1}", feature.Name, malformation.Name);
            }
        }
    }

    [Fact]
    public void Build_HarmfulMalformation_NamesTheCell()
    {
        var outcomes = (
            from feature in Feature.All
            from malformation in Malformation.Harmful
            select $"{feature.Name}, {malformation.Name}: {Outcome(feature, malformation)}").ToList();
        outcomes.Where(outcome => !outcome.Contains(": row 2, column 'v': found ", StringComparison.Ordinal)).Should().BeEmpty();
        outcomes.Should().HaveCountGreaterThan(500);
    }

    [Fact] // Where other rows are kept, the bad one alone is missing.
    public void Build_KeepGoodRows_LoadsTheOthers()
    {
        foreach (var feature in Feature.All)
        {
            foreach (var malformation in Malformation.Harmful)
            {
                var table = feature.Columns(From(feature, malformation)).KeepGoodRows().Build();
                table.RefusedRows.Should().ContainSingle().Which.RowNumber.Should().Be(2);
                $"{feature.Read(table, 0)} {feature.Read(table, 1)}".Should().Be($"{feature.Means} {feature.Means}");
            }
        }
    }

    [Fact]
    public void Build_EmptyCell_IsNoValueOrRefused()
    {
        var empty = new Malformation("empty", _ => "");
        foreach (var feature in Feature.All)
        {
            Outcome(feature, empty).Should().Match(outcome =>
                outcome == $"{feature.Means} none {feature.Means}" || outcome.StartsWith("row 2, column 'v': found ''"));
        }
    }

    [Fact]
    public void Build_UnderAnotherCultureOfTheMachine_GivesTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var outcomes = MachineCultures.Select(All).ToList();
            outcomes.Should().AllSatisfy(outcome => outcome.Should().Be(outcomes[0]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string All(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        return string.Join('\n',
            from feature in Feature.All
            from malformation in (Malformation[])[.. Malformation.Harmless, .. Malformation.Harmful]
            select Outcome(feature, malformation));
    }

    // What was read, or what was refused.
    private static string Outcome(Feature feature, Malformation malformation)
    {
        try
        {
            var table = feature.Columns(From(feature, malformation)).Build();
            return string.Join(' ', Enumerable.Range(0, table.RowCount).Select(row => feature.Read(table, row)));
        }
        catch (RefusedRowException refused)
        {
            var row = refused.Row;
            row.Expected.Should().NotBeNullOrWhiteSpace();
            return $"row {row.RowNumber}, column '{row.Column}': found {row.Found}; expected {row.Expected}";
        }
    }

    private static FactReaderBuilder From(Feature feature, Malformation malformation) => FactTable.From(
        "t", new FakeReader(["v", "time"], [[feature.Cell, "16:05"], [malformation.Of(feature.Cell), "16:05"], [feature.Cell, "16:05"]]));
}
