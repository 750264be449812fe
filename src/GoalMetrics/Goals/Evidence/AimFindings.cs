namespace GoalMetrics;

// What is said about the baseline and the target of a goal, once the one has been measured.
internal sealed class AimFindings(AskedGoal goal, GoalAim aim)
{
    // Of a baseline in doubt that has been said, and what follows from it need not be.
    public IEnumerable<Finding> Find(bool isBaselineInDoubt)
    {
        if (goal.BaselinePeriod is { } period && !isBaselineInDoubt)
        {
            return [.. InBaseline(period), .. InWay(), .. InShares()];
        }

        return [.. InWay(), .. InShares()];
    }

    // Scores may well start at zero or below it.
    private IEnumerable<Finding> InBaseline(ReportingPeriod period)
    {
        var baseline = aim.Baseline;
        if (!baseline.IsDefined)
        {
            yield return goal.Finding(GoalFindings.BaselineUnknown, "target/baseline", [new("reason", baseline), new("period", period)]);
            yield break;
        }

        if (baseline.Amount > 0m || baseline.Unit!.Kind == UnitKind.Score || aim.IsWhereItStarts || aim.LeadsWrongWay)
        {
            yield break;
        }

        var kind = baseline.Amount == 0m ? GoalFindings.ZeroBaseline : GoalFindings.NegativeBaseline;
        yield return goal.Finding(kind, "target/baseline", [new("baseline", goal.Target.InItsTime(baseline)), new("period", period)]);
    }

    private IEnumerable<Finding> InWay()
    {
        if (aim.IsWhereItStarts)
        {
            yield return goal.Finding(GoalFindings.TargetIsBaseline, "target", [new("target", goal.Target.InItsTime(aim.Target))]);
        }
        else if (aim.LeadsWrongWay)
        {
            yield return goal.Finding(
                GoalFindings.WrongWay,
                "target",
                [new("baseline", goal.Target.InItsTime(aim.Baseline)), new("target", aim.Target)]);
        }
    }

    // What a baseline that is not known leaves open has been said.
    private IEnumerable<Finding> InShares()
    {
        if (aim.HasShares || aim.IsWhereItStarts)
        {
            yield break;
        }

        if (aim.Target.IsDefined)
        {
            yield return goal.Finding(GoalFindings.NoShare, "target", [new("target", goal.Target.InItsTime(aim.Target))]);
        }
        else if (aim.Baseline.IsDefined)
        {
            yield return goal.Finding(GoalFindings.NoTarget, "target", [new("reason", aim.Target)]);
        }
    }
}
