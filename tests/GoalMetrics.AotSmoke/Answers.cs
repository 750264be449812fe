using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Statistics;

namespace GoalMetrics.AotSmoke;

// What a web API that is compiled ahead states: the types that it reads and writes, not what is inside them.
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Quantity))]
[JsonSerializable(typeof(ExchangeRates))]
[JsonSerializable(typeof(LocalizedText))]
[JsonSerializable(typeof(ReportingPeriod))]
[JsonSerializable(typeof(GoalStatus))]
[JsonSerializable(typeof(MetricTable))]
[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(SmartReport))]
[JsonSerializable(typeof(MeasureHistory))]
[JsonSerializable(typeof(Projection))]
[JsonSerializable(typeof(SignalReport))]
[JsonSerializable(typeof(Statistic))]
[JsonSerializable(typeof(HypothesisTest))]
[JsonSerializable(typeof(ForecastAccuracy))]
[JsonSerializable(typeof(ForecastChoice))]
[JsonSerializable(typeof(ProportionChart))]
[JsonSerializable(typeof(Decomposition))]
[JsonSerializable(typeof(ForecastOptions))]
internal sealed partial class Answers : JsonSerializerContext;
