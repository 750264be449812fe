using System.Globalization;
using CsCheck;

namespace EngineTests.Contract;

/// <summary>
/// Property tests over the same cases in every run. The environment variable <c>GOALMETRICS_SEED</c> asks for others: <c>random</c>, or
/// the number in the message of a run that failed. <c>GOALMETRICS_CASES</c> asks for another number of cases.
/// </summary>
internal static class Seeded
{
    private const string Variable = "GOALMETRICS_SEED";
    private const uint Fixed = 20_261_128;
    private const int CasesToShrinkWith = 2_000;

    public static uint Seed { get; } = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => Fixed,
        "random" => (uint)Random.Shared.NextInt64(uint.MaxValue),
        var number => uint.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture),
    };

    public static int Cases { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("GOALMETRICS_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 2_000;

    /// <summary>A case depends on its number and the seed alone. CsCheck looks for a smaller one than the first to fail.</summary>
    public static void Check<T>(Gen<T> generator, Action<T> law)
    {
        for (var number = 0; number < Cases; number++)
        {
            var random = RandomOf(number);
            var start = random.ToString();
            var value = generator.Generate(random, null, out _);
            try
            {
                law(value);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException(
                    $"Case {number} of seed {Seed} breaks the contract; {Variable}={Seed} runs the same cases again."
                    + $" {Smaller(generator, law, start)}",
                    broken);
            }
        }
    }

    /// <summary>The first cases that are checked.</summary>
    public static IReadOnlyList<T> First<T>(Gen<T> generator, int count) =>
        [.. Enumerable.Range(0, count).Select(number => generator.Generate(RandomOf(number), null, out _))];

    private static PCG RandomOf(int number) => new((uint)number, Seed);

    private static string Smaller<T>(Gen<T> generator, Action<T> law, string start)
    {
        try
        {
            generator.Sample(law, writeLine: null, seed: start, iter: CasesToShrinkWith, threads: 1);
            return "It holds when it is run again: the engine is not deterministic.";
        }
        catch (CsCheckException found)
        {
            return found.Message;
        }
    }
}
