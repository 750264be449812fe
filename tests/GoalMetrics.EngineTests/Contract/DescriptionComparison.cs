namespace EngineTests.Contract;

// Whether a source describes tables as they are. It need not know how many facts lack a value, or when the earliest happened; but what it
// says is so.
internal static class DescriptionComparison
{
    public static void Check(
        EngineCase test, IReadOnlyList<TableDescription> expected, IReadOnlyList<TableDescription> found, bool knowsLatestFact)
    {
        found.Select(Summary).Should().Equal(expected.Select(Summary));
        foreach (var (right, said) in expected.Zip(found))
        {
            said.LatestFact.Should().Be(knowsLatestFact ? right.LatestFact : said.LatestFact);
            said.EarliestFact.Should().BeOneOf(right.EarliestFact, null);
            (said.IsEmpty && !right.IsEmpty).Should().BeFalse("'{0}' has facts", said.Schema);
            CheckUnknown(said, test.Tables.Single(table => table.Schema.Name == said.Schema.Name).WithFactsThatCount(test.Calendar));
        }
    }

    // A column that a source leaves out has a value in every fact.
    private static void CheckUnknown(TableDescription said, FactSet table)
    {
        foreach (var column in said.UnknownValues is null ? [] : table.Schema.ColumnNames())
        {
            var count = table.Facts.LongCount(fact => table.ValueOf(fact, column) is null);
            (said.UnknownValues!.GetValueOrDefault(column, 0L) ?? count).Should().Be(count, "so many facts lack '{0}'", column);
        }
    }

    private static string Summary(TableDescription description)
    {
        var dimensions = description.Schema.Dimensions.Select(dimension => $"{dimension} {dimension.Kind}");
        var columns = description.Schema.ColumnNames();
        return $"{description.Schema} {description.Schema.Time}: {string.Join(", ", dimensions.Concat(columns))},"
            + $" {description.Coverage} without {string.Join(", ", description.Gaps)}";
    }
}
