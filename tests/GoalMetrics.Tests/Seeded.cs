using System.Globalization;
using CsCheck;

namespace GoalMetrics.Tests;

/// <summary>
/// Property tests over the same cases in every run. The environment variable <c>GOALMETRICS_SEED</c> asks for others: <c>random</c>, or
/// the number in the message of a run that failed.
/// </summary>
/// <remarks>
/// CsCheck's own <c>Sample</c> takes a seed for its first case only. These methods stand in a namespace nearer to the tests, so that
/// <c>generator.Sample(…)</c> in any of them means these.
/// </remarks>
internal static class Seeded
{
    private const string Variable = "GOALMETRICS_SEED";
    private const uint Fixed = 20_261_128;
    private const int DefaultCases = 100;
    private const int CasesToShrinkWith = 2_000;

    public static uint Seed { get; } = SeedFrom(Environment.GetEnvironmentVariable(Variable));

    public static void Sample<T>(this Gen<T> generator, Action<T> law, int iter = DefaultCases) => Run(generator, law, iter, Seed);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> generator, Action<T1, T2> law, int iter = DefaultCases) =>
        Run(generator, x => law(x.Item1, x.Item2), iter, Seed);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> generator, Action<T1, T2, T3> law, int iter = DefaultCases) =>
        Run(generator, x => law(x.Item1, x.Item2, x.Item3), iter, Seed);

    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> generator, Action<T1, T2, T3, T4> law, int iter = DefaultCases) =>
        Run(generator, x => law(x.Item1, x.Item2, x.Item3, x.Item4), iter, Seed);

    public static void Sample<T1, T2, T3, T4, T5>(
        this Gen<(T1, T2, T3, T4, T5)> generator, Action<T1, T2, T3, T4, T5> law, int iter = DefaultCases) =>
        Run(generator, x => law(x.Item1, x.Item2, x.Item3, x.Item4, x.Item5), iter, Seed);

    public static void Sample<T1, T2, T3, T4, T5, T6, T7>(
        this Gen<(T1, T2, T3, T4, T5, T6, T7)> generator,
        Action<T1, T2, T3, T4, T5, T6, T7> law,
        int iter = DefaultCases) =>
        Run(generator, x => law(x.Item1, x.Item2, x.Item3, x.Item4, x.Item5, x.Item6, x.Item7), iter, Seed);

    public static void Sample<T>(this Gen<T> generator, Func<T, bool> law, int iter = DefaultCases) =>
        Run(generator, x => Assert.True(law(x)), iter, Seed);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> generator, Func<T1, T2, bool> law, int iter = DefaultCases) =>
        Run(generator, x => Assert.True(law(x.Item1, x.Item2)), iter, Seed);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> generator, Func<T1, T2, T3, bool> law, int iter = DefaultCases) =>
        Run(generator, x => Assert.True(law(x.Item1, x.Item2, x.Item3)), iter, Seed);

    public static void Sample<T1, T2, T3,
        T4>(this Gen<(T1, T2, T3, T4)> generator, Func<T1, T2, T3, T4, bool> law, int iter = DefaultCases) =>
        Run(generator, x => Assert.True(law(x.Item1, x.Item2, x.Item3, x.Item4)), iter, Seed);

    /// <summary>A case depends on its number and the seed alone. CsCheck looks for a smaller one than the first to break the law.</summary>
    internal static void Run<T>(Gen<T> generator, Action<T> law, int cases, uint seed)
    {
        for (var number = 0; number < cases; number++)
        {
            var random = new PCG((uint)number, seed);
            var start = random.ToString();
            var value = generator.Generate(random, null, out _);
            try
            {
                law(value);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException(
                    $"Case {number} of seed {seed} breaks the law; {Variable}={seed} runs the same cases again."
                    + $" {Smaller(generator, law, start)}",
                    broken);
            }
        }
    }

    internal static uint SeedFrom(string? variable) => variable switch
    {
        null or "" => Fixed,
        "random" => (uint)Random.Shared.NextInt64(uint.MaxValue),
        _ => uint.Parse(variable, NumberStyles.None, CultureInfo.InvariantCulture),
    };

    private static string Smaller<T>(Gen<T> generator, Action<T> law, string start)
    {
        try
        {
            generator.Sample(law, writeLine: null, seed: start, iter: CasesToShrinkWith, threads: 1);
            return "It holds when it is run again: the code under test or the law is not deterministic.";
        }
        catch (CsCheckException found)
        {
            return found.Message;
        }
    }
}
