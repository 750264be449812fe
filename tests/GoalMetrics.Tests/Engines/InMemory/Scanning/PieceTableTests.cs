using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Scanning;

/// <summary>The table that places times in pieces, against looking at every window for every time.</summary>
public sealed class PieceTableTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Fact] // Cuts far apart and close together, windows with gaps between them and windows that overlap.
    public void Place_AnyWindows_FindsThePieceOfEachTime()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var cuts = Enumerable.Range(0, random.Next(2, 40)).Select(_ => random.Next(1, 10_000)).Distinct().Order().ToArray();
            if (cuts.Length >= 2)
            {
                Check(cuts, Windows(random, cuts.Length), random);
            }
        }
    }

    private static void Check(int[] cuts, CutRange[] windows, Random random)
    {
        var time = new TimeWindows(TimeCuts.OfInstants(cuts.Select(cut => Start + Duration.FromTicks(cut)), windows));
        var table = new PieceTable([time], rowCount: 1_000);
        var ranges = Enumerable.Range(0, windows.Length).Select(window => time[window]).ToArray();
        var origin = ranges[0].Start;
        long[] times = [.. Enumerable.Range(0, 300).Select(_ => origin + random.Next(-2_000, 12_000))];
        Compare(times);

        // Also where no time lies outside, which is placed in another way.
        Compare([.. times.Where(one => one >= ranges.Min(range => range.Start) && one < ranges.Max(range => range.End))]);

        void Compare(long[] some)
        {
            if (some.Length == 0)
            {
                return;
            }

            int[] expected = [.. some.Select(one => PieceOf(one, ranges))];
            var (found, plain) = (new int[some.Length], new int[some.Length]);
            table.Place(some, some.Min(), some.Max(), found);
            table.PlacePlain(some, plain);
            found.Should().Equal(expected);
            plain.Should().Equal(expected);
        }
    }

    // Pieces lie between neighbouring ends of windows, inside any window, and are numbered in the order of time.
    private static int PieceOf(long time, (long Start, long End)[] windows)
    {
        var ends = windows.SelectMany(window => (long[])[window.Start, window.End]).Distinct().Order().ToArray();
        var pieces = ends.SkipLast(1)
            .Zip(ends.Skip(1), (from, to) => (From: from, To: to))
            .Where(piece => windows.Any(window => window.Start <= piece.From && piece.To <= window.End))
            .ToList();
        return pieces.FindIndex(piece => piece.From <= time && time < piece.To);
    }

    private static CutRange[] Windows(Random random, int cutCount)
    {
        var windows = new SortedSet<(int Start, int End)>();
        for (var i = 0; i < random.Next(1, 12); i++)
        {
            var start = random.Next(cutCount - 1);
            windows.Add((start, random.Next(start + 1, cutCount)));
        }

        return [.. windows.Select(window => new CutRange(window.Start, window.End))];
    }
}
