using System.Text.Json;
using GoalMetrics.Json;
using GoalMetrics.Statistics;

namespace GoalMetrics;

public sealed partial class Projection : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("measure", Measure);
        writer.WriteEnum("grain", History.Grain);
        writer.WriteInstant("asOf", History.AsOf);
        writer.WriteObject("period", Period);
        writer.WriteObject("soFar", SoFar);
        writer.WriteEnum("landsAs", LandsAs);
        writer.WriteEstimate("landing", Landing());
        writer.WriteEstimate("inLastPeriod", InLastPeriod());
        writer.WriteObjects("points", Points);
        writer.WriteObjects("candidates", Candidates.Select(candidate => new Candidate(candidate)));
        writer.WriteObjects("findings", Findings);
        writer.WriteInLanguages("text", Languages, ToText);
    }

    private static readonly string[] Languages = ["en", "da"];

    private readonly struct Candidate(ForecastCandidate candidate) : IJsonObject
    {
        public void WriteProperties(Utf8JsonWriter writer)
        {
            writer.WriteEnum("method", candidate.Method);
            writer.WriteNumber("season", candidate.Season);
            writer.WritePropertyName("meanAbsoluteError");
            if (candidate.MeanAbsoluteError.ValueOrNull is { } error)
            {
                writer.WriteNumberValue(error);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
