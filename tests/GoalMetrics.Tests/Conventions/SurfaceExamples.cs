using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using NodaTime;

namespace GoalMetrics.Tests.Conventions;

/// <summary>A value for a parameter of any public member, and instances of public types: the seeds, and what they lead to.</summary>
internal sealed class SurfaceExamples
{
    // Names that fit the examples below, by the name of a parameter.
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["column"] = "amount",
        ["columns"] = "amount",
        ["weight"] = "amount",
        ["factor"] = "amount",
        ["dimension"] = "market",
        ["dimensions"] = "market",
        ["entity"] = "market",
        ["member"] = "dk",
        ["members"] = "dk",
        ["tables"] = "sales",
        ["currency"] = "DKK",
        ["currencyCode"] = "DKK",
        ["code"] = "DKK",
        ["to"] = "DKK",
        ["from"] = "EUR",
        ["baseCurrency"] = "EUR",
        ["zoneId"] = "UTC",
        ["cultureName"] = "da",
        ["text"] = "2027-01",
        ["input"] = "profit",
    };

    private readonly Dictionary<Type, List<object>> _known = [];

    public SurfaceExamples()
    {
        foreach (var seed in SurfaceSeeds.All())
        {
            Add(seed, 0);
        }
    }

    /// <summary>Of each type, those made here, and some that they lead to.</summary>
    public IEnumerable<object> All => _known.Values.SelectMany(found => found);

    /// <summary>One of each type.</summary>
    public IEnumerable<object> Instances => _known.Values.Select(found => found[0]);

    /// <summary>Null where there is no example.</summary>
    public object? Of(Type type, string name)
    {
        if (type == typeof(string))
        {
            return Texts.GetValueOrDefault(name, "example");
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, name);
        }

        if (SurfaceSeeds.Builder(type) is { } builder)
        {
            return builder;
        }

        if (type == typeof(Duration) && name == "from")
        {
            return Duration.Zero;
        }

        if (SimpleValues.Of(type) is { } simple)
        {
            return simple;
        }

        if (ElementOf(type) is { } element && Of(element, name) is { } one)
        {
            var array = Array.CreateInstance(element, 1);
            array.SetValue(one, 0);
            return array;
        }

        return type.IsAssignableTo(typeof(Delegate))
            ? Function(type)
            : _known.Keys.Where(type.IsAssignableFrom).Select(known => _known[known][0]).FirstOrDefault();
    }

    /// <summary>The type of the elements of a parameter that takes any list of them.</summary>
    public static Type? ElementOf(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType();
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(IEnumerable<>) || open == typeof(IReadOnlyList<>))
                ? type.GetGenericArguments()[0]
                : null;
    }

    // A delegate that returns the default.
    private static Delegate Function(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters()
            .Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        return Expression.Lambda(type, Expression.Default(invoke.ReturnType), parameters).Compile();
    }

    private void Add(object value, int depth)
    {
        if (value is IEnumerable list and not string && value.GetType().Assembly != typeof(Quantity).Assembly)
        {
            foreach (var item in list.OfType<object>().Take(3))
            {
                Add(item, depth + 1);
            }

            return;
        }

        var type = value.GetType();
        var known = _known.TryGetValue(type, out var found) ? found : _known[type] = [];
        if (depth > 6 || (depth > 0 && known.Count >= 2))
        {
            return;
        }

        known.Add(value);
        if (type.Assembly != typeof(Quantity).Assembly)
        {
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0 && Read(property, value) is { } next)
            {
                Add(next, depth + 1);
            }
        }
    }

    /// <summary>The value of a property; null where it has none in the state of the instance.</summary>
    public static object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.PropertyType.IsByRefLike ? null : property.GetValue(value);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
