using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace GoalMetrics.Json;

// How the library's values are written as JSON.
internal static class JsonWriting
{
    public static void WriteObject<T>(this Utf8JsonWriter writer, T value)
        where T : IJsonObject
    {
        writer.WriteStartObject();
        value.WriteProperties(writer);
        writer.WriteEndObject();
    }

    public static void WriteObject<T>(this Utf8JsonWriter writer, string name, T? value)
        where T : IJsonObject
    {
        writer.WritePropertyName(name);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteObject(value);
        }
    }

    public static void WriteObjects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> values)
        where T : IJsonObject
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteObject(value);
        }

        writer.WriteEndArray();
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string?> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    public static void WriteMembers(this Utf8JsonWriter writer, IEnumerable<string> dimensions, IEnumerable<string?> members) =>
        writer.WriteBy("members", dimensions.Zip(members), each => each.First, each => writer.WriteStringValue(each.Second));

    // An object with a property for each item.
    public static void WriteBy<T>(this Utf8JsonWriter writer, IEnumerable<T> items, Func<T, string> name, Action<T> write)
    {
        writer.WriteStartObject();
        foreach (var item in items)
        {
            writer.WritePropertyName(name(item));
            write(item);
        }

        writer.WriteEndObject();
    }

    public static void WriteBy<T>(this Utf8JsonWriter writer, string property, IEnumerable<T> items, Func<T, string> name, Action<T> write)
    {
        writer.WritePropertyName(property);
        writer.WriteBy(items, name, write);
    }

    public static void WriteByIfAny<T>(
        this Utf8JsonWriter writer, string property, IEnumerable<T> items, Func<T, string> name, Action<T> write)
    {
        if (items.Any())
        {
            writer.WriteBy(property, items, name, write);
        }
    }

    // The same sentence in several languages, each with the numbers of its usual country; in English with those of no country. A
    // language that the machine does not know is left out.
    public static void WriteInLanguages(
        this Utf8JsonWriter writer, string name, IEnumerable<string> languages, Func<CultureInfo?, string> text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("en", text(null));
        foreach (var language in languages.Where(language => language != "en"))
        {
            if (Culture(language) is { } culture)
            {
                writer.WriteString(language, text(culture));
            }
        }

        writer.WriteEndObject();
    }

    public static void WriteEnum<T>(this Utf8JsonWriter writer, string name, T value)
        where T : struct, Enum => writer.WriteString(name, Named(value));

    public static void WriteEnum<T>(this Utf8JsonWriter writer, string name, T? value)
        where T : struct, Enum => writer.WriteString(name, value is { } named ? Named(named) : null);

    public static void WriteInstant(this Utf8JsonWriter writer, string name, Instant? value) =>
        writer.WriteString(name, value is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null);

    public static void WriteDate(this Utf8JsonWriter writer, string name, LocalDate? value) =>
        writer.WriteString(name, value is { } date ? LocalDatePattern.Iso.Format(date) : null);

    public static void WriteInterval(this Utf8JsonWriter writer, string name, Interval? value)
    {
        writer.WritePropertyName(name);
        if (value is { } interval)
        {
            writer.WriteInterval(interval);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    public static void WriteInterval(this Utf8JsonWriter writer, Interval interval)
    {
        writer.WriteStartObject();
        writer.WriteInstant("start", interval.HasStart ? interval.Start : null);
        writer.WriteInstant("end", interval.HasEnd ? interval.End : null);
        writer.WriteEndObject();
    }

    // In hours, minutes and seconds: a day may have 23 hours.
    public static void WriteDuration(this Utf8JsonWriter writer, string name, Duration? value) =>
        writer.WriteString(name, value is { } duration ? PeriodPattern.Roundtrip.Format(PeriodOf(duration)) : null);

    public static void WriteNumber(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void WriteNumber(this Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void WriteNumber(this Utf8JsonWriter writer, string name, double? value)
    {
        writer.WritePropertyName(name);
        writer.WriteNumber(value);
    }

    public static void WriteNumbers(this Utf8JsonWriter writer, string name, IEnumerable<double> numbers)
    {
        writer.WritePropertyName(name);
        writer.WriteNumbers(numbers);
    }

    public static void WriteNumbers(this Utf8JsonWriter writer, string name, IEnumerable<double?> numbers)
    {
        writer.WritePropertyName(name);
        writer.WriteNumbers(numbers);
    }

    public static void WriteNumbers(this Utf8JsonWriter writer, IEnumerable<double> numbers) =>
        writer.WriteNumbers(numbers.Select(number => (double?)number));

    public static void WriteNumbers(this Utf8JsonWriter writer, IEnumerable<double?> numbers)
    {
        writer.WriteStartArray();
        foreach (var number in numbers)
        {
            writer.WriteNumber(number);
        }

        writer.WriteEndArray();
    }

    public static void WriteNumber(this Utf8JsonWriter writer, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    public static void WriteBoolean(this Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } yes)
        {
            writer.WriteBoolean(name, yes);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void WriteNumber(this Utf8JsonWriter writer, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    public static string Named<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static Period PeriodOf(Duration duration) => new PeriodBuilder
    {
        Hours = (duration.Days * 24L) + duration.Hours,
        Minutes = duration.Minutes,
        Seconds = duration.Seconds,
        Nanoseconds = duration.SubsecondNanoseconds,
    }.Build();

    private static CultureInfo? Culture(string language)
    {
        try
        {
            return CultureInfo.CreateSpecificCulture(language);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
