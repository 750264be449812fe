using System.Globalization;
using System.Text.Json;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

public sealed partial class FindingArgument
{
    // The value under its name; as a text where it is none of the kinds that have a form in JSON.
    internal void WriteTo(Utf8JsonWriter writer)
    {
        switch (Value)
        {
            case null:
                writer.WriteNull(Name);
                break;
            case string text:
                writer.WriteString(Name, text);
                break;
            case bool yes:
                writer.WriteBoolean(Name, yes);
                break;
            case IJsonObject value:
                writer.WriteObject(Name, value);
                break;
            case LocalDate date:
                writer.WriteDate(Name, date);
                break;
            case Instant instant:
                writer.WriteInstant(Name, instant);
                break;
            case IEnumerable<string> texts:
                writer.WriteTexts(Name, texts);
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                writer.WriteNumber(Name, Convert.ToDecimal(Value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumber(Name, number);
                break;
            case Enum named:
                writer.WriteString(Name, JsonNamingPolicy.CamelCase.ConvertName(named.ToString()));
                break;
            default:
                writer.WriteString(Name, In(CultureInfo.InvariantCulture));
                break;
        }
    }
}
