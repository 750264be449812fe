using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class GoalProgress : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteObject("goal", Goal);
        writer.WriteInstant("asOf", AsOf);
        writer.WriteInstant("judgedAt", JudgedAt);
        writer.WriteEnum("nature", Nature);
        writer.WriteEnum("state", State);
        writer.WriteEnum("status", Status);
        writer.WriteInLanguages("text", OwnLanguages, ToText);
        writer.WriteObject("baseline", Baseline);
        writer.WriteObject("target", Target);
        writer.WriteObject("actual", Actual);
        writer.WriteObject("attainment", Attainment);
        writer.WriteObject("clippedAttainment", ClippedAttainment);
        writer.WriteObject("limitUsed", LimitUsed);
        writer.WriteObject("expected", Expected);
        writer.WriteObject("pace", Pace);
        writer.WriteObject("landing", Landing);
        writer.WriteObject("runRate", RunRate);
        writer.WriteObject("requiredRate", RequiredRate);
        writer.WriteNumber("elapsedDays", ElapsedDays);
        writer.WriteNumber("remainingDays", RemainingDays);
        writer.WriteObject("readIn", ReadIn);
        writer.WriteObjects("readings", Readings);
        writer.WriteObjects("evidence", Evidence);
        writer.WriteObjects("findings", Findings);
    }

    // Those of the library's own texts.
    private IReadOnlyList<string> OwnLanguages => Status.Title().Languages;
}
