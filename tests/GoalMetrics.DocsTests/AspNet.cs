#region aspnet-program
using GoalMetrics;
using NodaTime;

#endregion
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DocsTests;

/// <summary>The guide to ASP.NET: the regions are its snippets, and what the application answers is the JSON it shows.</summary>
public sealed partial class AspNet
{
    private static readonly string Page = Path.Combine(ReadmeTests.Root, "docs", "aspnet.md");

    [Fact]
    public async Task Application_EveryEndpoint_AnswersAsTheGuideShows()
    {
        await using var app = await StartAsync();
        using var client = ClientOf(app);

        await ShouldBeShown(client, "/api/revenue");
        await ShouldBeShown(client, "/api/goals/more-revenue");
        (await client.GetAsync("/api/goals/nothing")).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);

        var scorecard = await client.GetFromJsonAsync<JsonNode>("/api/scorecard");
        scorecard!["goals"]![0]!["status"]!.GetValue<string>().Should().Be("atRisk");
        scorecard["kpis"]![0]!["current"]!["value"]!["unit"]!.GetValue<string>().Should().Be("DKK per order");
    }

    [Fact]
    public async Task Application_ReloadedWhileItAnswers_GivesTheOldOrTheNewFiguresOnly()
    {
        await using var app = await StartAsync();
        using var client = ClientOf(app);
        (await RevenueAsync(client)).Should().Be(600m);
        var shop = app.Services.GetRequiredService<ReplaceableSource>();

        var asking = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var answers = new List<decimal>();
            for (var i = 0; i < 25; i++)
            {
                answers.Add(await RevenueAsync(client));
            }

            return answers;
        })));
        for (var i = 0; i < 100; i++)
        {
            shop.Replace(WebShop.Load(moreRevenue: i % 2 == 0 ? 1_000m : 0m));
        }

        (await asking).SelectMany(answers => answers).Should().OnlyContain(revenue => revenue == 600m || revenue == 1_600m);
        (await client.PostAsync("/admin/reload", null)).EnsureSuccessStatusCode();
        (await RevenueAsync(client)).Should().Be(600m);
    }

    [Fact]
    public void Values_ReadFromTheAnswer_AreTheSame()
    {
        #region aspnet-read
        var json = JsonSerializer.Serialize(Marketing.ConversionRate(conversions: 0, visitors: 0));
        Console.WriteLine(json);                   // {"amount":null,"unit":"ratio","reason":"zeroDenominator","cause":"visitors"}
        Quantity read = JsonSerializer.Deserialize<Quantity>(json);
        Console.WriteLine(read.Reason);            // ZeroDenominator
        #endregion

        json.Should().Be("""{"amount":null,"unit":"ratio","reason":"zeroDenominator","cause":"visitors"}""");
        read.Reason.Should().Be(UndefinedReason.ZeroDenominator);
    }

    [Fact]
    public async Task Application_CompiledAhead_AnswersTheSame()
    {
        await using var app = await StartAsync(builder =>
        {
            #region aspnet-aot
            builder.Services.ConfigureHttpJsonOptions(options =>
                options.SerializerOptions.TypeInfoResolverChain.Insert(0, ShopJson.Default));
            #endregion

            builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolver = ShopJson.Default);
        });
        using var client = ClientOf(app);

        await ShouldBeShown(client, "/api/revenue");
        await ShouldBeShown(client, "/api/goals/more-revenue");
        await ShouldBeShown(client, "/api/scorecard");
    }

    [GeneratedRegex("<!-- answer: (?<path>[^ ]+) -->\n```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Answer();

    private static async Task<WebApplication> StartAsync(Action<WebApplicationBuilder>? configure = null)
    {
        string[] args = ["--urls", "http://127.0.0.1:0"];
        TimeProvider clock = new At(WebShop.Calendar.StartOfDay(new(2026, 6, 11)));

        #region aspnet-program
        var builder = WebApplication.CreateBuilder(args);
        var facts = new ReplaceableSource(WebShop.Load());
        builder.Services.AddGoalMetrics(metrics => metrics
            .UseCalendar(WebShop.Calendar)
            .UseSource(facts));
        builder.Services.AddSingleton(facts);                       // for the endpoint that replaces it
        builder.Services.AddSingleton(clock);                       // TimeProvider.System
        #endregion

        builder.Logging.ClearProviders();
        configure?.Invoke(builder);

        #region aspnet-program
        var app = builder.Build();
        app.MapShop();                                              // then app.Run();
        #endregion

        await app.StartAsync();
        return app;
    }

    private static HttpClient ClientOf(WebApplication app) => new() { BaseAddress = new(app.Urls.Single()) };

    private static async Task<decimal> RevenueAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonNode>("/api/revenue"))!["total"]!["values"]!["revenue"]!.GetValue<decimal>();

    // The guide sets the answer on lines of its own. To take a changed answer over into it, run the tests once with UPDATE_DOCS=1.
    private static async Task ShouldBeShown(HttpClient client, string path)
    {
        var response = await client.GetAsync(path);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
        var page = (await File.ReadAllTextAsync(Page)).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            page = Answer().Replace(page, match => match.Groups["path"].Value == path ? Shown(path, answer!) : match.Value);
            await File.WriteAllTextAsync(Page, page);
        }

        Answer().Matches(page).Single(match => match.Groups["path"].Value == path).Value.Should().Be(Shown(path, answer!));
    }

    private static string Shown(string path, JsonNode answer) =>
        $"<!-- answer: {path} -->\n```json\n{Lines(answer, "", 120)}\n```";

    // Objects and lists that fit a line stand on one.
    private static string Lines(JsonNode? node, string indent, int width)
    {
        var line = Regex.Replace(node?.ToJsonString(Readable) ?? "null", "\\s*\n\\s*", " ");
        if (line.Length + indent.Length <= width)
        {
            return line.Replace("[ ]", "[]").Replace("{ }", "{}");
        }

        var inner = indent + "  ";
        return node switch
        {
            JsonObject all => $"{{\n{Joined(all.Select(each => $"\"{each.Key}\": {Lines(each.Value, inner, width)}"))}\n{indent}}}",
            JsonArray all => $"[\n{Joined(all.Select(item => Lines(item, inner, width)))}\n{indent}]",
            _ => line,
        };

        string Joined(IEnumerable<string> lines) => string.Join(",\n", lines.Select(each => inner + each));
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed class At(Instant now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();
    }
}

#region aspnet-shop
public static class WebShop
{
    private static readonly TableSchema Sales = TableSchema.Named("sales", FactTime.Date)
        .Dimension("market")
        .Value("orders", Unit.Count("order"))
        .Value("revenue", Unit.Money("DKK"));

    public static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen");
    public static readonly Metric Revenue = Metric.Sum("revenue", Sales, "revenue").BetterWhen(Direction.HigherIsBetter);
    public static readonly Kpi OrderValue =
        Kpi.Of("order-value", Commerce.AverageOrderValue, Revenue, Metric.Sum("orders", Sales, "orders"));

    public static readonly Strategy Strategy = new()
    {
        Goals =
        [
            new("more-revenue")
            {
                Statement = "Sell for DKK 2,000 in June",
                Measure = Revenue,
                Target = Target.Reach(Money.Dkk(2_000)),
                Period = Calendar.Month(2026, 6),
            },
        ],
        Kpis = [OrderValue],
    };
    #endregion

    public static InMemorySource Load(decimal moreRevenue) => new(Calendar, FactTable.From("sales", new[]
        {
            (Day: new LocalDate(2026, 6, 2), Market: "DK", Orders: 3, Revenue: 450m + moreRevenue),
            (Day: new LocalDate(2026, 6, 8), Market: "SE", Orders: 1, Revenue: 150m),
        })
        .At(row => row.Day)
        .Dimension("market", row => row.Market)
        .Value("orders", row => row.Orders, Unit.Count("order"))
        .Value("revenue", row => row.Revenue, Unit.Money("DKK"))
        .Covering(new(2026, 6, 1), endExclusive: new(2026, 6, 11))
        .Build());

    #region aspnet-shop
    public static InMemorySource Load() => Load(moreRevenue: 0);   // from the database, as the page on facts shows
}
#endregion

#region aspnet-endpoints
public static class WebShopEndpoints
{
    public static void MapShop(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/revenue", async (IMetricSource source, CancellationToken cancel) =>
        {
            var query = Query.For(WebShop.Revenue, WebShop.OrderValue).By(Grain.Week);
            return await source.QueryAsync(query.Between(new(2026, 6, 1), endExclusive: new(2026, 6, 15)), cancel);
        });

        app.MapGet("/api/scorecard", (IMetricSource source, TimeProvider clock, CancellationToken cancel) =>
            Scorecard.CreateAsync(WebShop.Strategy, source, Instant.FromDateTimeOffset(clock.GetUtcNow()), cancellationToken: cancel));

        app.MapGet("/api/goals/{id}", async (string id, IMetricSource source, TimeProvider clock, CancellationToken cancel) =>
        {
            var goal = WebShop.Strategy.Goals.FirstOrDefault(goal => goal.Id == id);
            if (goal is null)
            {
                return Results.NotFound();
            }

            var asOf = Instant.FromDateTimeOffset(clock.GetUtcNow());
            return Results.Ok(await GoalTracker.Default.TrackAsync(goal, source, asOf, cancellationToken: cancel));
        });

        app.MapPost("/admin/reload", (ReplaceableSource facts) => facts.Replace(WebShop.Load()));
    }
}
#endregion

#region aspnet-aot
[JsonSerializable(typeof(MetricTable))]
[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(GoalProgress))]
public sealed partial class ShopJson : JsonSerializerContext;

#endregion
