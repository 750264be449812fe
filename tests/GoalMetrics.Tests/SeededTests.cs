using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CsCheck;

namespace GoalMetrics.Tests;

public sealed class SeededTests
{
    [Fact]
    public void Run_SameSeed_AreTheSameCases()
    {
        Cases(seed: 1).Should().Equal(Cases(seed: 1));
        Cases(seed: 1).Should().OnlyHaveUniqueItems().And.HaveCount(20);
    }

    [Fact]
    public void Run_AnotherSeed_AreOtherCases() => Cases(seed: 1).Should().NotIntersectWith(Cases(seed: 2));

    [Fact]
    public void Run_BrokenLaw_NamesTheSeedAndASmallerCase()
    {
        var message = Messages.Of<InvalidOperationException>(() =>
        {
            Seeded.Run(Gen.Int[0, 1_000_000], number => Assert.True(number < 1_000), cases: 100, seed: 7);
            return null;
        });

        message
            .Should().MatchRegex(
                @"^Case \d+ of seed 7 breaks the law; GOALMETRICS_SEED=7 runs the same cases again\. Set seed: ""[\w-]+""");
    }

    [Fact]
    public void Run_LawThatBreaksOnce_SaysThatItIsNotDeterministic()
    {
        var runs = 0;
        Messages.Of<InvalidOperationException>(() =>
        {
            Seeded.Run(Gen.Int, _ => Assert.NotEqual(3, ++runs), cases: 100, seed: 7);
            return null;
        }).Should().Be(
            "Case 2 of seed 7 breaks the law; GOALMETRICS_SEED=7 runs the same cases again. "
            + "It holds when it is run again: the code under test or the law is not deterministic.");
    }

    [Fact]
    public void SeedFrom_Variable_IsFixedGivenOrRandom()
    {
        Seeded.SeedFrom(null).Should().Be(20_261_128);
        Seeded.SeedFrom("").Should().Be(20_261_128);
        Seeded.SeedFrom("123").Should().Be(123);
        Enumerable.Range(0, 5).Select(_ => Seeded.SeedFrom("random")).Distinct().Should().HaveCountGreaterThan(1);
    }

    /// <summary>Of CsCheck's own ways to check a law the tests know the one that <see cref="Seeded"/> shrinks with.</summary>
    [Fact]
    public void Tests_Laws_AreCheckedWithTheSeed()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(SeededTests).Assembly.Location));
        var metadata = assembly.GetMetadataReader();

        metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => NameOf(metadata, member.Parent) == "Check")
            .Select(member => metadata.GetString(member.Name))
            .Should().Equal("Sample");
    }

    private static string? NameOf(MetadataReader metadata, EntityHandle parent) =>
        parent.Kind == HandleKind.TypeReference ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) : null;

    private static List<int> Cases(uint seed)
    {
        var cases = new List<int>();
        Seeded.Run(Gen.Int, cases.Add, cases: 20, seed);
        return cases;
    }
}
