using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Statistics;

namespace GoalMetrics.Tests.Statistics.Json;

/// <summary>Every public type of the statistics as JSON, defined and undefined, by reflection and by generated code.</summary>
public sealed partial class StatisticsJsonTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly double[] Year = [.. Enumerable.Range(0, 36).Select(month => 100d + month + (20d * (month % 12 / 6)))];

    private static readonly object[] Values =
    [
        new Statistic(1d), default(Statistic),
        Proportion.Interval(42, 1_200), Proportion.Interval(0, 0), default(Interval),
        Proportion.FisherExactTest(1, 2, 3, 4), Proportion.FisherExactTest(0, 0, 0, 5), Mean.WelchTest([1d], []),
        SampleMoments.Of([1d, 2d, 4d]), SampleMoments.Of([1d]), default(SampleMoments),
        SampleSize.ForProportions(0.1, 0.2), SampleSize.ForProportions(0.1, 0.1),
        Trend.MannKendall([1d, 2d, 3d, 4d]), Trend.MannKendall([]), Trend.MannKendall([1d, 1d, 1d]),
        XmrChart.Of([1d, 2d, 1d, 2d, 30d]), XmrChart.Of([1d]), XmrChart.Of([]),
        XmrChart.Of([1d, 2d]).Limits[0], XmrChart.Of([1d]).Limits[0],
        new ChartSignal(),
        ProportionChart.P([1, 2], [10, 20]), ProportionChart.P([1, 0, 2], [10, 0, 20]), ProportionChart.LaneyP([], []),
        ProportionChart.P([1, 0], [10, 0]).Points[0], ProportionChart.P([1, 0], [10, 0]).Points[1],
        ChangePoint.Propose([1d, 2d, 1d, 2d, 1d, 2d, 9d, 8d, 9d, 8d, 9d, 8d])[0],
        Decomposition.Classical(Year, 12), Decomposition.Classical([], 12), Decomposition.Stl(Year, 12),
        ForecastAccuracy.Of([1d, 2d], [1d, 3d], [1d, 2d, 3d]), ForecastAccuracy.Of([1d, 2d], [1d, 3d]), ForecastAccuracy.Of([], []),
        Forecast.Of(Year, 2, 12), Forecast.Of([1d], 2), Forecast.Of([], 2), Forecast.Simple(Year, 2), Forecast.HoltWinters(Year, 2, 12),
        ForecastChoice.Of(Year, 2), ForecastChoice.Of([1d, 2d, 3d], 2), ForecastChoice.Of([], 2),
        ForecastChoice.OfRatio([1d, 2d], [0d, 3d], 2),
        ForecastChoice.Of(Year, 2).Chosen, ForecastChoice.Of([1d, 2d, 3d], 2).Chosen,
        new ForecastOptions(), new StlOptions(), new SmoothingParameters(),
    ];

    private static readonly Type[] Types =
    [
        .. typeof(Statistic).Assembly.GetExportedTypes()
            .Where(type => type is { Namespace: "GoalMetrics.Statistics", IsEnum: false } && !(type.IsAbstract && type.IsSealed)),
    ];

    [Fact]
    public void Values_EveryPublicType_IsAmongThem() =>
        Values.Select(value => value.GetType()).Distinct().Should().BeEquivalentTo(Types);

    [Fact]
    public void Write_EveryPublicType_IsTheSameByReflectionAndByGeneratedCode()
    {
        foreach (var value in Values)
        {
            var json = JsonSerializer.Serialize(value, value.GetType());

            json.Should().StartWith("{\"").And.Be(JsonSerializer.Serialize(value, value.GetType(), Generated.Default));
            JsonSerializer.Serialize(value, value.GetType(), Web).Should().Be(json);
        }
    }

    // 50 and 50 of 100 are exactly as intended.
    [Fact]
    public void Write_ATest_HasItsFigures() => SampleRatio.MismatchTest([50, 50], [1d, 1d]).AsJson().ShouldBeJson(
        """{ "method": "chiSquare", "n": 100, "testStatistic": 0, "degreesOfFreedom": 1, "pValue": { "value": 1 } }""");

    [Fact]
    public void Write_ASignalThatIsNone_HasNoSide() => default(ChartSignal).AsJson().ShouldBeJson(
        """{ "rule": "beyondLimit", "side": null, "first": 0, "last": 0 }""");

    [Fact]
    public void Write_AccuracyWithoutTraining_SaysWhatIsMissing() => ForecastAccuracy.Of([2d, 2d], [1d, 3d]).AsJson().ShouldBeJson(
        """
        {
          "meanError": { "value": 0 },
          "rootMeanSquaredError": { "value": 1 },
          "meanAbsoluteError": { "value": 1 },
          "meanAbsolutePercentageError": { "value": 0.5 },
          "symmetricPercentageError": { "value": 0.5333333333333333 },
          "meanAbsoluteScaledError": { "value": null, "reason": "insufficientData", "cause": "training" }
        }
        """);

    // 2/10 and 4/20: the mean share is 0.2, and limits are 0.2 ± 3 √(0.16 / n), not below 0.
    [Fact]
    public void Write_AChartWithAnEmptyDay_SaysWhatIsUndefined()
    {
        var json = ProportionChart.P([2, 0, 4], [10, 0, 20]).AsJson();

        json["centre"].ShouldBeJson("""{ "value": 0.2 }""");
        json["spread"].ShouldBeJson("""{ "value": 1 }""");
        json["signals"].ShouldBeJson("[]");
        json["points"]![0]!["lowerLimit"].ShouldBeJson("""{ "value": 0 }""");
        json["points"]![1].ShouldBeJson(
            """
            {
              "share": { "value": null, "reason": "zeroDenominator", "cause": "trials" },
              "trials": 0,
              "lowerLimit": { "value": null, "reason": "zeroDenominator", "cause": "trials" },
              "upperLimit": { "value": null, "reason": "zeroDenominator", "cause": "trials" }
            }
            """);
    }

    // Nine equal values that are not 0 are certain.
    [Fact]
    public void Write_AForecast_HasPointsAndIntervalsWithoutPaths() => Forecast.Of([.. Enumerable.Repeat(5d, 9)], 1).AsJson().ShouldBeJson(
        """
        {
          "method": "combination",
          "n": 9,
          "points": [5],
          "intervals": [
            { "estimate": 5, "lower": 5, "upper": 5, "unit": null, "level": 0.95, "n": 9, "method": "samplePaths" }
          ],
          "sumInterval": { "estimate": 5, "lower": 5, "upper": 5, "unit": null, "level": 0.95, "n": 9, "method": "samplePaths" },
          "parameters": null
        }
        """);

    [Fact]
    public void Write_UndefinedForecastAndDecomposition_GiveTheReason()
    {
        Forecast.Of([], 1).AsJson()["reason"]!.GetValue<string>().Should().Be("noData");
        Decomposition.Stl([1d, 2d], 2).AsJson().ShouldBeJson(
            """
            {
              "form": "additive",
              "periods": [2],
              "reason": "insufficientData",
              "trend": [],
              "seasonals": [],
              "remainder": [],
              "seasonallyAdjusted": []
            }
            """);
    }

    // By hand: a line of slope 1 with a season of 1 and −1; a centred mean over two steps lacks the first value and the last.
    [Fact]
    public void Write_ADecomposition_HasItsParts() => Decomposition.Classical([2d, 1d, 4d, 3d], 2).AsJson().ShouldBeJson(
        """
        {
          "form": "additive",
          "periods": [2],
          "trend": [null, 2, 3, null],
          "seasonals": [[1, -1, 1, -1]],
          "remainder": [null, 0, 0, null],
          "seasonallyAdjusted": [1, 2, 3, 4]
        }
        """);

    [JsonSerializable(typeof(Statistic))]
    [JsonSerializable(typeof(Interval))]
    [JsonSerializable(typeof(HypothesisTest))]
    [JsonSerializable(typeof(SampleMoments))]
    [JsonSerializable(typeof(SampleSize))]
    [JsonSerializable(typeof(Trend))]
    [JsonSerializable(typeof(XmrChart))]
    [JsonSerializable(typeof(XmrLimits))]
    [JsonSerializable(typeof(ChartSignal))]
    [JsonSerializable(typeof(ProportionChart))]
    [JsonSerializable(typeof(ProportionPoint))]
    [JsonSerializable(typeof(ChangePoint))]
    [JsonSerializable(typeof(Decomposition))]
    [JsonSerializable(typeof(ForecastAccuracy))]
    [JsonSerializable(typeof(Forecast))]
    [JsonSerializable(typeof(ForecastChoice))]
    [JsonSerializable(typeof(ForecastCandidate))]
    [JsonSerializable(typeof(ForecastOptions))]
    [JsonSerializable(typeof(StlOptions))]
    [JsonSerializable(typeof(SmoothingParameters))]
    private sealed partial class Generated : JsonSerializerContext;
}
