using System.Text.Json;
using GoalMetrics.Json;

namespace GoalMetrics;

public sealed partial class FormulaExplanation : IJsonObject
{
    void IJsonObject.WriteProperties(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("formula");
        Formula.WriteName(writer);
        writer.WriteEndObject();
        writer.WriteString("equation", Equation);
        writer.WriteBy("inputs", Inputs, input => input.Key, input => writer.WriteObject(input.Value));
        writer.WriteObject("result", Result);
        writer.WriteInLanguages("text", Formula.Title.Languages, ToString);
    }
}
