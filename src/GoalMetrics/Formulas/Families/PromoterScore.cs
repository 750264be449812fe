namespace GoalMetrics;

// How many more recommend than advise against, of 100 who answered: for customers and employees alike.
internal static class PromoterScore
{
    private static readonly Quantity Hundred = 100m;
    private static readonly Unit Scale = Unit.Score(-100m, 100m);

    // Plain counts of answers. More promoters and detractors than answers have no score.
    public static Quantity Of(Quantity promoters, Quantity detractors, Quantity responses)
    {
        // Subtracted, not added: the difference of two counts is always a decimal.
        if (responses - promoters < detractors)
        {
            return Quantity.Undefined(UndefinedReason.OutOfDomain, nameof(responses), Scale);
        }

        return ((promoters - detractors) * Hundred).DividedBy(responses).WithUnit(Scale).NamingOverflow(promoters, detractors, responses);
    }
}
