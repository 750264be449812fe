using System.Reflection;
using System.Text.Json.Serialization;

namespace GoalMetrics.Tests.Conventions;

/// <summary>The serializer asks the type it meets, and not its base, how it is written.</summary>
public sealed class JsonConventionTests
{
    private static readonly Type[] All = typeof(Formula).Assembly.GetTypes();

    [Fact]
    public void Subtypes_OfWhatIsWrittenAsJson_SayHowToo() => Unsaid(All).Should().BeEmpty();

    [Fact]
    public void Subtypes_WithoutAConverter_AreFound() => Unsaid([typeof(Said), typeof(Silent)]).Should().Equal(typeof(Silent));

    private static IEnumerable<Type> Unsaid(IEnumerable<Type> types) => types
        .Where(type => type is { IsClass: true, IsAbstract: false, BaseType: not null })
        .Where(type => IsSaid(type.BaseType!) && !IsSaid(type));

    private static bool IsSaid(Type type) => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is not null;

    [JsonConverter(typeof(JsonStringEnumConverter))]
    private class Said;

    private sealed class Silent : Said;
}
