using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics.Json;

// How the library's values are read from JSON. What cannot be read is refused with what was found and what was expected.
internal static class JsonReading
{
    public static JsonException Refused(string expected, JsonElement found) => new($"Expected {expected}; found {Shown(found)}.");

    public static JsonElement ReadObject(ref Utf8JsonReader reader, string expected) =>
        JsonElement.ParseValue(ref reader).Object(expected);

    public static string ReadText(ref Utf8JsonReader reader, string expected) => JsonElement.ParseValue(ref reader).Text(expected);

    // The property, where it is there and is not null.
    public static JsonElement? Optional(this JsonElement element, string name)
    {
        if (element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null)
        {
            return found;
        }

        return null;
    }

    public static JsonElement Required(this JsonElement element, string name, string expected) =>
        element.Optional(name) ?? throw Refused($"\"{name}\", {expected}", element);

    public static T Read<T>(this JsonElement element, Func<JsonElement, T> read) => read(element);

    public static string Text(this JsonElement element, string expected)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            throw Refused(expected, element);
        }

        return element.GetString()!;
    }

    public static decimal Amount(this JsonElement element, string expected)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDecimal(out var amount))
        {
            throw Refused(expected, element);
        }

        return amount;
    }

    public static int Whole(this JsonElement element, string expected)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out var number))
        {
            throw Refused(expected, element);
        }

        return number;
    }

    public static long WholeLong(this JsonElement element, string expected)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out var number))
        {
            throw Refused(expected, element);
        }

        return number;
    }

    public static double Number(this JsonElement element, string expected)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number))
        {
            return number;
        }

        throw Refused(expected, element);
    }

    public static JsonElement Object(this JsonElement element, string expected)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Refused(expected, element);
        }

        return element;
    }

    public static IEnumerable<JsonProperty> Properties(this JsonElement element, string expected) =>
        element.Object(expected).EnumerateObject();

    public static IEnumerable<JsonElement> List(this JsonElement element, string expected)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw Refused(expected, element);
        }

        return element.EnumerateArray();
    }

    public static LocalDate Date(this JsonElement element) => Date(element.Text("a date such as \"2027-03-31\""));

    public static LocalDate Date(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is not { Success: true } date)
        {
            throw new JsonException($"Expected a date such as \"2027-03-31\"; found {GoalMetrics.Shown.Quote(text)}.");
        }

        return date.Value;
    }

    public static Instant Instant(string text)
    {
        if (InstantPattern.ExtendedIso.Parse(text) is not { Success: true } instant)
        {
            throw new JsonException(
                "Expected a date such as \"2027-03-31\", or an instant such as \"2027-03-31T14:00:00Z\";"
                + $" found {GoalMetrics.Shown.Quote(text)}.");
        }

        return instant.Value;
    }

    public static T Enum<T>(this JsonElement element)
        where T : struct, Enum
    {
        var values = System.Enum.GetValues<T>();
        var expected = $"one of {string.Join(", ", values.Select(value => $"\"{JsonWriting.Named(value)}\""))}";
        var name = element.Text(expected);
        foreach (var value in values)
        {
            if (JsonWriting.Named(value) == name)
            {
                return value;
            }
        }

        throw Refused(expected, element);
    }

    // Other names are refused where a rule that is not understood would change what the value means.
    public static void AllowOnly(this JsonElement element, params string[] names)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name, StringComparer.Ordinal))
            {
                throw new JsonException(
                    $"Expected no more than {string.Join(", ", names.Select(name => $"\"{name}\""))};"
                    + $" found \"{GoalMetrics.Shown.Clip(property.Name)}\".{Nearest.Hint(property.Name, names)}");
            }
        }
    }

    // Settings by their names in any letter case: null where one is left out, or null. Other names are refused.
    public static Func<string, JsonElement?> Settings(this JsonElement element, string expected, string[] names)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in element.Properties(expected))
        {
            if (!names.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            {
                throw new JsonException(
                    $"Expected {expected}; found \"{GoalMetrics.Shown.Clip(property.Name)}\".{Nearest.Hint(property.Name, names)}");
            }

            given[property.Name] = property.Value;
        }

        return name => given.TryGetValue(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
    }

    // What the value is made with says what is wrong.
    public static T Made<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException)
        {
            throw new JsonException(refused.Message, refused);
        }
    }

    private static string Shown(JsonElement element) => GoalMetrics.Shown.Clip(element.GetRawText());
}
