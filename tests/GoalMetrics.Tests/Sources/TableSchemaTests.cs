namespace GoalMetrics.Tests.Sources;

public sealed class TableSchemaTests
{
    private static readonly TableSchema Sales =
        TableSchema.Named("sales", FactTime.Date).Dimension("market").Value("revenue", Unit.Money("GBP"));

    [Fact]
    public void Schema_ColumnTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Sales.Value("market", Unit.Count())).Message
            .Should().Be("Table 'sales' has a column 'market' already; expected each name once. (Parameter 'name')");
        Assert.Throws<ArgumentException>(() => Sales.Dimension("revenue")).Message
            .Should().Be("Table 'sales' has a column 'revenue' already; expected each name once. (Parameter 'name')");
        Assert.Throws<ArgumentException>(() => Sales.DistinctCount(" ", Unit.Count(), Grain.Day)).ParamName.Should().Be("name");
        Assert.Throws<ArgumentNullException>(() => Sales.Value("v", unit: null!)).ParamName.Should().Be("unit");
        Sales.ToString().Should().Be("sales");
    }
}
