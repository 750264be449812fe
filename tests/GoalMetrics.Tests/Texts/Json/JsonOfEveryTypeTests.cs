using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics.Tests.Texts.Json;

public sealed class JsonOfEveryTypeTests
{
    private static readonly Type[] Public = typeof(Quantity).Assembly.GetExportedTypes();

    [Fact] // A converter is not inherited: every type states its own.
    public void EveryTypeWithJson_CarriesItsConverter() => Public
        .Where(type => type.IsAssignableTo(typeof(IJsonObject)))
        .Where(type => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is null)
        .Should().BeEmpty();

    [Fact] // The serializer's source generator refuses converters that it cannot see.
    public void EveryConverter_IsPublicAndMadeWithoutArguments() => Public
        .Select(type => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType)
        .OfType<Type>()
        .Should().HaveCountGreaterThan(60)
        .And.OnlyContain(converter => converter.IsVisible && converter.GetConstructor(Type.EmptyTypes) != null);

    [Fact] // The results that a service hands on.
    public void EveryResult_HasJson() => new[]
    {
        typeof(MetricTable), typeof(MetricRow), typeof(MetricRecord), typeof(MetricQuality), typeof(MeasureValue), typeof(Scorecard),
        typeof(GoalProgress), typeof(BusinessGoalProgress), typeof(MeasureReading), typeof(MemberReading), typeof(StayReading),
        typeof(MeasureStanding<Kpi>), typeof(SmartReport), typeof(Finding), typeof(Change), typeof(FormulaExplanation),
        typeof(GoalSeekResult), typeof(InputSensitivity), typeof(RefusedRow), typeof(RefusedMeasurement), typeof(EvaluationFailure),
        typeof(TableDescription),
    }.Should().OnlyContain(type => type.GetCustomAttribute<JsonConverterAttribute>(false) != null);

    [Fact]
    public void Write_EveryEnumeration_IsInCamelCase()
    {
        var enumerations = Public.Where(type => type.IsEnum).ToList();

        enumerations.Should().HaveCountGreaterThan(20);
        foreach (var enumeration in enumerations)
        {
            foreach (var value in Enum.GetValues(enumeration))
            {
                var json = JsonSerializer.Serialize(value, enumeration);
                json.Should().Be($"\"{JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!)}\"");
                JsonSerializer.Deserialize(json, enumeration).Should().Be(value);
            }
        }
    }
}
