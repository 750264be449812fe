using System.Collections;
using System.Reflection;

namespace GoalMetrics.Tests.Conventions;

/// <summary>What every public member keeps to, whatever it does.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly SurfaceExamples Examples = new();

    private static readonly Type[] Types = [.. typeof(Quantity).Assembly.GetExportedTypes().Where(type => !type.IsEnum)];

    // One of them fits the constraints of every type parameter.
    private static readonly Type[] TypeArguments =
        [typeof(int), typeof(Grain), typeof(Metric), typeof(GoalMetrics.Smart.OwnerRule), typeof(StatusPolicy), typeof(InMemorySource)];

    // The parameters for which null is not refused.
    private static readonly string[] NullIsTaken =
    [
        // A lone null stands for the null member: row.MemberTotal(null).
        "MetricTable.Row(members)",
        "MetricTable.MemberTotal(members)",

        // Requests with the same list share a scan, and what an engine answers is checked where a plan takes it.
        "AggregateRequest..ctor(aggregates)",
        "AggregateRequest.set_Derived(value)",
        "AggregateAnswer..ctor(groupings)",
    ];

    [Fact]
    public void Null_ForAParameterThatIsNotNullable_IsRefusedByItsName()
    {
        var calls = Static().Concat(OfInstances()).SelectMany(call => call.Nulls()).ToList();

        calls.Should().HaveCountGreaterThan(600);
        var refused = calls.Where(call => !NullIsTaken.Contains(call.Place));
        string.Join('\n', refused.Select(call => call.Wrong).OfType<string>()).Should().BeEmpty();
    }

    [Fact]
    public void ValueThatAnEnumerationDoesNotName_IsRefusedByTheNameOfItsParameter()
    {
        var calls = Static().Concat(OfInstances()).SelectMany(call => call.UnknownNames()).ToList();

        calls.Should().HaveCountGreaterThan(50);
        string.Join('\n', calls.Select(call => call.Wrong).OfType<string>()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("da-DK")]
    [InlineData("fa-IR")]
    public void ToString_OfEveryType_IsTheSameInEveryCulture(string culture)
    {
        var expected = Texts();
        using var _ = new CurrentCulture(culture);

        expected.Should().HaveCountGreaterThan(100);
        string.Join('\n', Texts().Except(expected)).Should().BeEmpty();
    }

    [Fact] // A builder reads what is at hand; its data reader is the caller's to cancel.
    public void SynchronousMethods_WithATwinThatCanBeCancelled_CanBeCancelledToo()
    {
        var synchronous =
            from type in Types
            from method in type.GetMethods()
            where method.Name != "Build" && type.GetMethods().Any(twin => IsTwin(twin, method) && CanBeCancelled(twin))
            select method;

        var all = synchronous.ToList();

        all.Should().HaveCountGreaterThan(8);
        string.Join('\n', all.Where(method => !CanBeCancelled(method)).Select(method => $"{method.DeclaringType!.Name} {method}"))
            .Should().BeEmpty();
    }

    [Fact] // What is handed out may be cached, or shared with others.
    public void Lists_OfEveryType_CannotBeChangedByACast()
    {
        var lists =
            from instance in Examples.All
            let type = instance.GetType()
            where type.Assembly == typeof(Quantity).Assembly && type.IsVisible && !type.IsArray
            from property in type.GetProperties()
            where property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike
            let list = SurfaceExamples.Read(property, instance) as IEnumerable
            where list is not (null or string)
            select (Place: $"{type.Name}.{property.Name}", List: list);

        var all = lists.ToList();

        all.Should().HaveCountGreaterThan(100);
        string.Join('\n', all.Where(found => IsChangeable(found.List)).Select(found => $"{found.Place} {found.List.GetType()}").Distinct())
            .Should().BeEmpty();
    }

    private static bool IsTwin(MethodInfo twin, MethodInfo method) =>
        twin.Name == $"{method.Name}Async" && Names(twin).SequenceEqual(Names(method));

    private static IEnumerable<string> Names(MethodInfo method) => method.GetParameters()
        .Where(parameter => parameter.ParameterType != typeof(CancellationToken)).Select(parameter => parameter.Name!);

    private static bool CanBeCancelled(MethodInfo method) =>
        method.GetParameters() is [.., { IsOptional: true } last] && last.ParameterType == typeof(CancellationToken);

    private static bool IsChangeable(IEnumerable list) => list is Array { Length: > 0 }
        || (list.GetType() is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() is var open
            && (open == typeof(List<>) || open == typeof(HashSet<>) || open == typeof(Dictionary<,>)));

    private static List<string> Texts() => [
        .. Examples.All
            .Where(instance => instance.GetType().Assembly == typeof(Quantity).Assembly)
            .Select(instance => $"{instance.GetType().Name} {instance}"),
    ];

    private static IEnumerable<BadArguments> Static() =>
        from type in Types
        where !type.IsAssignableTo(typeof(Delegate))
        let closed = Closed(type)
        from member in closed.GetConstructors().Cast<MethodBase>().Concat(Methods(closed, BindingFlags.Static))
        where !closed.IsAbstract || member is MethodInfo
        select new BadArguments(closed, member, null, Examples);

    private static IEnumerable<BadArguments> OfInstances() =>
        from instance in Examples.Instances
        let type = instance.GetType()
        where type.Assembly == typeof(Quantity).Assembly && type.IsVisible
        from method in Methods(type, BindingFlags.Instance)
        where method.DeclaringType!.Assembly == typeof(Quantity).Assembly
        select new BadArguments(type, method, instance, Examples);

    // One that cannot be called at all is marked as obsolete.
    private static IEnumerable<MethodInfo> Methods(Type type, BindingFlags kind) => type
        .GetMethods(BindingFlags.Public | kind)
        .Where(method => !method.IsAbstract && method.GetCustomAttribute<ObsoleteAttribute>() is null)
        .Select(Closed);

    private static MethodInfo Closed(MethodInfo method) => method.IsGenericMethodDefinition
        ? Closed(given => method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => given)]))
        : method;

    private static Type Closed(Type type) => type.IsGenericTypeDefinition
        ? Closed(given => type.MakeGenericType([.. type.GetGenericArguments().Select(_ => given)]))
        : type;

    private static T Closed<T>(Func<Type, T> making)
    {
        foreach (var given in TypeArguments)
        {
            try
            {
                return making(given);
            }
            catch (ArgumentException)
            {
                // It does not fit the constraints; another one does.
            }
        }

        throw new InvalidOperationException("Add a type that fits the constraints.");
    }
}
