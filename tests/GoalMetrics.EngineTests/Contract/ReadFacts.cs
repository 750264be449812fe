namespace EngineTests.Contract;

// The facts that a source reads, each as a line, in their order.
internal static class ReadFacts
{
    public static async Task<List<string>> OfAsync(IMetricSource source, FactRequest request)
    {
        List<string> facts = [];
        await foreach (var batch in source.ReadAsync(request))
        {
            CheckColumns(batch, request);
            for (var i = 0; i < batch.Count; i++)
            {
                facts.Add(Line(batch, i, request.Table.Time));
            }
        }

        return facts;
    }

    // Every column has a cell for every fact of the batch.
    private static void CheckColumns(FactBatch batch, FactRequest request)
    {
        (batch.Dates.Count, batch.Instants.Count).Should().Be(request.Table.Time == FactTime.Date ? (batch.Count, 0) : (0, batch.Count));
        batch.Members.Should().HaveSameCount(request.Dimensions);
        batch.Values.Should().HaveSameCount(request.Columns);
        Assert.All(batch.Members, column => column.Should().HaveCount(batch.Count));
        Assert.All(batch.Values, column => column.Should().HaveCount(batch.Count));
    }

    private static string Line(FactBatch batch, int fact, FactTime kind)
    {
        var time = kind == FactTime.Date
            ? $"{batch.Dates[fact]:R}"
            : $"{batch.Instants[fact]:g}+{batch.Instants[fact].ToUnixTimeTicks()}";
        var members = batch.Members.Select(column => column[fact] is { } member ? $"'{member}'" : "null");
        var values = batch.Values.Select(column => column[fact] is { } value ? $"{value / 1.0000000000000000000000000000m}" : "none");
        return string.Join(' ', members.Concat(values).Prepend(time));
    }
}
