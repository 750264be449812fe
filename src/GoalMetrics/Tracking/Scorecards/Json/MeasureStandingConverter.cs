using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>Writes a <see cref="MeasureStanding{TMeasure}"/> of either kind as JSON. The type carries it itself.</summary>
public sealed class MeasureStandingConverter : JsonConverterFactory
{
    /// <summary>Whether the type is a standing of a KPI or of a performance indicator.</summary>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert == typeof(MeasureStanding<Kpi>) || typeToConvert == typeof(MeasureStanding<PerformanceIndicator>);

    /// <summary>The converter of that kind.</summary>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        if (typeToConvert == typeof(MeasureStanding<Kpi>))
        {
            return new ResultConverter<MeasureStanding<Kpi>>();
        }

        return new ResultConverter<MeasureStanding<PerformanceIndicator>>();
    }
}
