using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoalMetrics.Json;

/// <summary>Writes a result of the library as JSON. The results carry it themselves: there is nothing to register.</summary>
/// <remarks>
/// Results are written and not read back. The names of properties are always in camel case, whatever the options say; indentation and
/// the encoder are those of the options.
/// </remarks>
/// <typeparam name="T">The result.</typeparam>
public sealed class ResultConverter<T> : JsonConverter<T>
{
    /// <summary>Results are not read back.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException(
            $"{typeof(T).Name} is a result: it is written as JSON and not read back. Read the JSON into a type of your own.");

    /// <summary>Writes the result.</summary>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is not IJsonObject result)
        {
            throw new NotSupportedException($"Expected a result of the library; found {typeof(T)}.");
        }

        writer.WriteObject(result);
    }
}
