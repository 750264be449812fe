#region database-load
using System.Data.Common;
using GoalMetrics;
using NodaTime;
#endregion
using DuckDB.NET.Data;
using Microsoft.Extensions.DependencyInjection;

namespace DocsTests;

/// <summary>The guide to facts from a database, run with DuckDB: the regions are its snippets.</summary>
public sealed class Database
{
    [Fact]
    public async Task Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        await using var connection = new DuckDBConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Run(connection, "CREATE TABLE orders (id BIGINT, placed_on DATE, market VARCHAR, customer BIGINT, amount DECIMAL(18, 2))");
        await Run(connection, "INSERT INTO orders VALUES (1, '2026-09-14', 'DK', 7, 450), (2, '2026-09-15', 'SE', 9, 800)");
        var today = new LocalDate(2026, 9, 16);
        var calendar = ReportingCalendar.Iso("Europe/Copenhagen");

        #region database-query
        var orders = await Shop.LoadAsync(connection, today);
        var revenue = Metric.Sum("revenue", orders, "amount");
        var customers = Metric.CountDistinct("customers", orders, "customer");

        var source = new InMemorySource(calendar, orders);
        var table = source.Query(Query.For(revenue, customers).By("market"));
        Console.WriteLine(table["DK", revenue]);                    // DKK 450.00
        Console.WriteLine(table.Total[customers]);                  // 2
        #endregion

        table["DK", revenue].ToString().Should().Be("DKK 450.00");
        table.Total[customers].ToString().Should().Be("2");

        var services = new ServiceCollection();
        #region database-refresh
        var facts = new ReplaceableSource(source);
        services.AddGoalMetrics(metrics => metrics.UseSource(facts));

        async Task RefreshAsync() => facts.Replace(new InMemorySource(calendar, await Shop.LoadAsync(connection, today)));
        #endregion

        await Run(connection, "INSERT INTO orders VALUES (3, '2026-09-15', 'DK', 7, 50)");
        await RefreshAsync();
        await using var provider = services.BuildServiceProvider();
        var injected = provider.GetRequiredService<IMetricSource>();
        (await injected.QueryAsync(Query.For(revenue), TestContext.Current.CancellationToken)).Total[revenue].ToString()
            .Should().Be("DKK 1,300.00");

        #region database-totals
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT placed_on, market, count(*) AS orders, sum(amount) AS amount FROM orders GROUP BY ALL";
        await using var reader = await command.ExecuteReaderAsync();
        var days = await FactTable.From("days", reader)
            .AtDate("placed_on")
            .Dimension("market")
            .Value("orders", Unit.Count("order"))
            .Value("amount", Unit.Money("DKK"))
            .EachFactCovers(Grain.Day)
            .BuildAsync();
        #endregion

        days.RowCount.Should().Be(3);
    }

    private static async Task Run(DuckDBConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    #region database-load
    public static class Shop
    {
        public static async Task<FactTable> LoadAsync(DbConnection connection, LocalDate today)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT id, placed_on, market, customer, amount FROM orders";
            await using var reader = await command.ExecuteReaderAsync();
            return await FactTable.From("orders", reader)
                .AtDate("placed_on")
                .Dimension("market")
                .Dimension("customer")
                .Value("amount", Unit.Money("DKK"))
                .Covering(new(2026, 1, 1), endExclusive: today)     // what was loaded, whether there were orders or not
                .BuildAsync();
        }
    }
    #endregion
}
