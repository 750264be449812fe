using System.Linq.Expressions;
using System.Reflection;

namespace GoalMetrics.Tests.Formulas;

/// <summary>A built-in formula beside the static method it was made from, with inputs that fit it.</summary>
internal sealed class BuiltInFormula
{
    private BuiltInFormula(Formula formula)
    {
        Formula = formula;
        Method = MethodOf(formula) ?? throw new InvalidOperationException($"{formula} has no static method of its name.");
        Parameters = [.. Method.GetParameters().Select(parameter => parameter.Name!)];
        Direct = Compiled(Method);
    }

    public static TheoryData<string> Ids => [.. FormulaCatalog.Default.Formulas.Select(formula => formula.Id)];

    /// <summary>Those of a fixed number of inputs, that have a static method over just as many quantities.</summary>
    public static TheoryData<string> DirectIds =>
        [.. FormulaCatalog.Default.Formulas.Where(formula => !formula.Inputs.Any(input => input.IsRepeated)).Select(formula => formula.Id)];

    public Formula Formula { get; }

    public MethodInfo Method { get; }

    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The direct call, without the checks of the catalogue's entry.</summary>
    public Func<Quantity[], Quantity> Direct { get; }

    public static BuiltInFormula Of(string id) => new(FormulaCatalog.Default.Find(id));

    /// <summary>The static method named like the id, on the class named like the family.</summary>
    public static MethodInfo? MethodOf(Formula formula) =>
        typeof(Formula).Assembly.GetType($"GoalMetrics.{PascalCase(formula.Description.Family, ' ')}")?.GetMethod(
            PascalCase(formula.Id, '-'), BindingFlags.Public | BindingFlags.Static, [.. formula.Inputs.Select(_ => typeof(Quantity))]);

    /// <summary>One of everything, in fitting units.</summary>
    public Quantity[] Ones() => [.. Formula.Inputs.Select(input => One(input.Kind))];

    /// <summary>The direct call with ones, but for this input.</summary>
    public Quantity With(int place, Quantity value)
    {
        var inputs = Ones();
        inputs[place] = value;
        return Direct(inputs);
    }

    public static Quantity One(InputKind kind) => kind switch
    {
        InputKind.Count => 1,
        InputKind.Ratio => 1m,
        InputKind.Duration => Quantity.Duration(1, DurationUnit.Day),
        _ => Money.Dkk(1),
    };

    private static string PascalCase(string words, char separator) =>
        string.Concat(words.Split(separator).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static Func<Quantity[], Quantity> Compiled(MethodInfo method)
    {
        var inputs = Expression.Parameter(typeof(Quantity[]), "inputs");
        var arguments = method.GetParameters().Select((_, i) => Expression.ArrayIndex(inputs, Expression.Constant(i)));
        return Expression.Lambda<Func<Quantity[], Quantity>>(Expression.Call(method, arguments), inputs).Compile();
    }
}
