using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using GoalMetrics.Sources;

namespace GoalMetrics.Tests.Conventions;

/// <summary>Calls of a public member with one argument that it must refuse.</summary>
internal sealed class BadArguments(Type type, MethodBase member, object? instance, SurfaceExamples examples)
{
    private static readonly NullabilityInfoContext Nullability = new();

    private readonly ParameterInfo[] _parameters = member.GetParameters();

    /// <summary>
    /// Calls with null for a parameter that is not annotated nullable, or with a list in which an element is null: each by its parameter,
    /// and what is wrong with its answer; null where it is refused by the name of the parameter.
    /// </summary>
    public IEnumerable<(string Place, string? Wrong)> Nulls() => Each(NullsFor);

    /// <summary>The same with a value that an enumeration does not name.</summary>
    public IEnumerable<(string Place, string? Wrong)> UnknownNames() => Each(UnknownNamesFor);

    private IEnumerable<(string Place, string? Wrong)> Each(Func<ParameterInfo, IEnumerable<object?>> bad) =>
        _parameters.Any(parameter => parameter.ParameterType.IsByRefLike)
            ? []
            : _parameters.SelectMany(parameter => bad(parameter).Select(given => (Place(parameter), Judged(parameter, given))));

    private string Place(ParameterInfo parameter) => $"{type.Name}.{member.Name}({parameter.Name})";

    // What to give for the parameter. The compiler itself fills in the text of another argument.
    private IEnumerable<object?> NullsFor(ParameterInfo parameter)
    {
        if (parameter.ParameterType.IsValueType || parameter.IsOut || parameter.IsDefined(typeof(CallerArgumentExpressionAttribute)))
        {
            yield break;
        }

        var info = Nullability.Create(parameter);
        if (info.WriteState == NullabilityState.NotNull)
        {
            yield return null;
        }

        var element = SurfaceExamples.ElementOf(parameter.ParameterType);
        var elementInfo = info.ElementType ?? info.GenericTypeArguments.FirstOrDefault();
        if (element is { IsValueType: false } && elementInfo?.WriteState == NullabilityState.NotNull
            && examples.Of(parameter.ParameterType, parameter.Name!) is IList { Count: > 0 } one)
        {
            var list = Array.CreateInstance(element, 2);
            list.SetValue(one[0], 0);
            yield return list;
        }
    }

    private static IEnumerable<object?> UnknownNamesFor(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type.IsEnum && !parameter.IsOut ? [Enum.ToObject(type, 99)] : [];
    }

    private string? Judged(ParameterInfo parameter, object? given)
    {
        var arguments = _parameters.Select(each => examples.Of(each.ParameterType, each.Name!)).ToArray();
        arguments[parameter.Position] = given;
        var thrown = Thrown(arguments);
        if (thrown is ArgumentException { ParamName: { } named } && (named == parameter.Name || member.Name == $"set_{named}"))
        {
            return null;
        }

        return $"{Place(parameter)}: {given ?? "null"} gives {thrown?.GetType().Name ?? "no exception"} {thrown?.Message}";
    }

    private Exception? Thrown(object?[] arguments)
    {
        try
        {
            Finish(member is ConstructorInfo constructor ? constructor.Invoke(arguments) : member.Invoke(Target(), arguments));
            return null;
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException;
        }
        catch (Exception thrown) when (thrown is ArgumentException or NullReferenceException or InvalidOperationException)
        {
            return thrown;
        }
    }

    private object? Target() => member.IsStatic ? null : SurfaceSeeds.Builder(type) ?? instance;

    // Waits for what is asynchronous.
    private static void Finish(object? result)
    {
        switch (result)
        {
            case ValueTask task:
                task.AsTask().GetAwaiter().GetResult();
                break;
            case IAsyncEnumerable<FactBatch> batches:
                batches.GetAsyncEnumerator().MoveNextAsync().AsTask().GetAwaiter().GetResult();
                break;
            case not null when result.GetType() is { IsGenericType: true } found && found.GetGenericTypeDefinition() == typeof(ValueTask<>):
                ((Task)found.GetMethod(nameof(ValueTask.AsTask))!.Invoke(result, [])!).GetAwaiter().GetResult();
                break;
        }
    }
}
