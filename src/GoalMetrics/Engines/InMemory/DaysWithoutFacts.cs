using GoalMetrics.Statistics;

namespace GoalMetrics;

// The days without facts of a table that has some on almost all: single ones where they are rare, and where there are more of them than
// chance would have, or where they lie among days with so many facts that chance would have none; and more in a row than chance would have.
internal sealed class DaysWithoutFacts
{
    // What is rare: one in twenty, or one in all.
    private const int OneIn = 20;
    private const int LeastDays = 10;

    // How unlikely so long a silence is anywhere in the table, or so many empty days.
    private const double Chance = 0.01;

    private const int Week = 7;

    private readonly int[] _facts;
    private readonly List<int> _usual;
    private readonly ChanceOfNone _ofNone;
    private readonly (int Days, int Empty)[] _weekdays = new (int Days, int Empty)[Week];

    // Only weekdays that have facts more often than not say anything about a day.
    private DaysWithoutFacts(int[] facts, Func<int, bool> isOff)
    {
        _facts = facts;
        List<int> days = [.. Enumerable.Range(0, facts.Length).Where(day => !isOff(day))];
        foreach (var day in days)
        {
            var (count, empty) = _weekdays[day % Week];
            _weekdays[day % Week] = (count + 1, empty + (facts[day] > 0 ? 0 : 1));
        }

        _usual = days.FindAll(day => _weekdays[day % Week].Empty * 2 < _weekdays[day % Week].Days);
        _ofNone = new(_usual, facts);
    }

    // The numbers of the days, ascending. Days that are off lack nothing, and break no silence.
    public static IEnumerable<int> In(int[] facts, Func<int, bool> isOff)
    {
        if (Array.IndexOf(facts, 0) >= 0)
        {
            return new DaysWithoutFacts(facts, isOff).All();
        }

        return [];
    }

    private IEnumerable<int> All()
    {
        var runs = Runs();
        if (_usual.Count < LeastDays || runs.Count == 0)
        {
            return [];
        }

        List<int> outages = [.. runs.FindAll(IsBeyondChance).SelectMany(run => run)];
        List<int> single = [.. runs.SelectMany(run => run).Except(outages)];
        var besideOutages = _usual.Except(outages).ToList();
        if (!IsRare(single) || _ofNone.OfAsMany(single.Count, besideOutages) >= Chance)
        {
            single.RemoveAll(day => _ofNone.OfRun([day]) >= Chance);
        }

        if (IsRare(single))
        {
            return outages.Concat(single).Order();
        }

        return outages;

        bool IsRare(List<int> days) => days.Count <= Math.Max(1, besideOutages.Count / OneIn);
    }

    // Empty days that follow each other, over weekdays and days off on which there never is anything.
    private List<List<int>> Runs()
    {
        var runs = new List<List<int>>();
        var isEmpty = false;
        foreach (var day in _usual)
        {
            if (_facts[day] == 0 && !isEmpty)
            {
                runs.Add([]);
            }

            isEmpty = _facts[day] == 0;
            if (isEmpty)
            {
                runs[^1].Add(day);
            }
        }

        return runs;
    }

    // By how often the same weekdays are empty otherwise. Each silent day is known to those after it; and a silence may begin on any day.
    private bool IsBeyondChance(List<int> run)
    {
        var weekdays = _weekdays.ToArray();
        run.ForEach(day => weekdays[day % Week] = (weekdays[day % Week].Days - 1, weekdays[day % Week].Empty - 1));
        double days = _usual.Count - run.Count, empty = _usual.Count(day => _facts[day] == 0) - run.Count;
        double chance = _usual.Count;
        foreach (var day in run)
        {
            var share = NeutralShare.Of(empty++, days++);
            var (count, without) = weekdays[day % Week];
            chance *= NeutralShare.OfPart(without, count, share);
            weekdays[day % Week] = (count + 1, without + 1);
        }

        return Math.Max(chance, _ofNone.OfRun(run)) < Chance;
    }
}
