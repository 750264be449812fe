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

        // Made by the library and its engines, in the hot path of a query.
        "AggregateRequest..ctor(aggregates)",
        "AggregateRequest.set_Groupings(value)",
        "AggregateRequest.set_Derived(value)",
        "AggregateAnswer..ctor(groupings)",
    ];

    [Fact]
    public void Null_ForAParameterThatIsNotNullable_IsRefusedByItsName()
    {
        var calls = Static().Concat(OfInstances()).SelectMany(call => call.All()).ToList();

        calls.Should().HaveCountGreaterThan(600);
        calls.Where(call => !NullIsTaken.Contains(call.Place)).Select(call => call.Wrong).OfType<string>().Should().BeEmpty();
    }

    private static IEnumerable<NullArguments> Static() =>
        from type in Types
        where !type.IsAssignableTo(typeof(Delegate))
        let closed = Closed(type)
        from member in closed.GetConstructors().Cast<MethodBase>().Concat(Methods(closed, BindingFlags.Static))
        where !closed.IsAbstract || member is MethodInfo
        select new NullArguments(closed, member, null, Examples);

    private static IEnumerable<NullArguments> OfInstances() =>
        from instance in Examples.Instances
        let type = instance.GetType()
        where type.Assembly == typeof(Quantity).Assembly && type.IsVisible
        from method in Methods(type, BindingFlags.Instance)
        where method.DeclaringType!.Assembly == typeof(Quantity).Assembly
        select new NullArguments(type, method, instance, Examples);

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
