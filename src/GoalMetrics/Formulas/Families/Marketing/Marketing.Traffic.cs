namespace GoalMetrics;

// Sessions on a site: where they come from, and what happens in them.
public static partial class Marketing
{
    /// <summary>The share of the sessions that ended after a single page: <c>single-page sessions / sessions</c>.</summary>
    /// <param name="singlePageSessions">Sessions of one page.</param>
    /// <param name="sessions">All sessions.</param>
    /// <returns>A ratio; undefined without sessions.</returns>
    public static Quantity BounceRate(Quantity singlePageSessions, Quantity sessions) =>
        singlePageSessions.AsCount().DividedBy(sessions.AsCount());

    /// <summary>The share of the sessions that were engaged: <c>engaged sessions / sessions</c>.</summary>
    /// <param name="engagedSessions">Sessions that lasted, converted or saw several pages, by the tool's own limits.</param>
    /// <param name="sessions">All sessions.</param>
    /// <returns>A ratio; undefined without sessions.</returns>
    public static Quantity EngagementRate(Quantity engagedSessions, Quantity sessions) =>
        engagedSessions.AsCount().DividedBy(sessions.AsCount());

    /// <summary>How many pages a session sees, on average: <c>page views / sessions</c>.</summary>
    /// <param name="pageViews">Pages seen, each as often as it was.</param>
    /// <param name="sessions">All sessions.</param>
    /// <returns>Pages per session; undefined without sessions.</returns>
    public static Quantity PagesPerSession(Quantity pageViews, Quantity sessions) =>
        pageViews.AsCount(Page).Per(sessions.AsCount(Session));

    /// <summary>How long a session lasts, on average: <c>total duration / sessions</c>.</summary>
    /// <param name="totalDuration">The time of all sessions together; not below 0.</param>
    /// <param name="sessions">All sessions.</param>
    /// <returns>
    /// A duration, in the unit of the total; undefined without sessions, and (<see cref="UndefinedReason.OutOfDomain"/>) at
    /// a negative total.
    /// </returns>
    public static Quantity AverageSessionDuration(Quantity totalDuration, Quantity sessions) =>
        totalDuration.AsDuration().NotNegative().DividedBy(sessions.AsNumber());

    /// <summary>The part of all sessions that came from one source: <c>sessions from source / all sessions</c>.</summary>
    /// <param name="sessionsFromSource">Sessions from the source.</param>
    /// <param name="allSessions">All sessions.</param>
    /// <returns>A ratio; undefined without sessions.</returns>
    public static Quantity ShareOfTraffic(Quantity sessionsFromSource, Quantity allSessions) =>
        sessionsFromSource.AsCount().DividedBy(allSessions.AsCount());

    private static IEnumerable<Formula> TrafficFormulas() =>
    [
        Formula.Of("bounce-rate", BounceRate, FormulaInput.Count("singlePageSessions"), FormulaInput.Count("sessions")).DescribedBy(new()
        {
            Title = new("Bounce rate", "Afvisningsprocent"),
            Synonyms = ["afvisningsprocent", "afvisningsrate"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "singlePageSessions / sessions",
            EdgeCases =
            [
                "Without sessions there is no rate: undefined.",
                "Google Analytics 4 uses the name for sessions that were not engaged, which is another figure.",
                "On a site of one page every session is a bounce.",
            ],
            Variants =
            [
                new("engagement-rate", "Counts engaged sessions; its complement is what newer analytics tools call bounce rate."),
                new("email-bounce-rate", "Is about e-mail that could not be delivered, not about visits."),
            ],
            Example = new("A site with 1,810 sessions, 1,117 of them of one page", 1_117, 1_810),
            Source = "Web Analytics Association, Web Analytics Definitions, 2008",
        }),
        Formula.Of(
            "engagement-rate", EngagementRate,
            FormulaInput.Count("engagedSessions"), FormulaInput.Count("sessions")).DescribedBy(new()
        {
            Title = new("Engagement rate", "Engagementsrate"),
            Synonyms = ["engagementsrate", "engagementsprocent"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "engagedSessions / sessions",
            EdgeCases =
            [
                "Without sessions there is no rate: undefined.",
                "In Google Analytics 4 a session is engaged from 10 seconds, two pages or one key event; other tools "
                    + "draw the line elsewhere.",
                "On social media the name means reactions against impressions or followers.",
            ],
            Variants =
            [
                new("bounce-rate", "Counts sessions of a single page; a single page read for a minute is a bounce and engaged at once."),
            ],
            Example = new("A site with 1,810 sessions, 693 of them engaged", 693, 1_810),
            Source = "Google Analytics Help, [GA4] Engagement rate and bounce rate",
        }),
        Formula.Of("pages-per-session", PagesPerSession, FormulaInput.Count("pageViews"), FormulaInput.Count("sessions")).DescribedBy(new()
        {
            Title = new("Pages per session", "Sider pr. session"),
            Synonyms = ["pages-per-visit", "page-views-per-session", "sider-pr-besøg"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "pageViews / sessions",
            EdgeCases =
            [
                "Without sessions it is undefined.",
                "More pages can mean interest, or that people cannot find what they came for.",
            ],
            Variants = [new("average-session-duration", "Measures the time of a session, not its pages.")],
            Example = new("The Google Merchandise Store in January 2017, by its public sample data", 257_708, 64_694),
            Source = "Kaushik, Web Analytics 2.0, 2009",
        }),
        Formula.Of(
            "average-session-duration", AverageSessionDuration,
            FormulaInput.Duration("totalDuration").AtLeast(0m), FormulaInput.Count("sessions")).DescribedBy(new()
        {
            Title = new("Average session duration", "Gennemsnitlig sessionsvarighed"),
            Synonyms = ["session-duration", "average-visit-duration", "sessionsvarighed"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "totalDuration / sessions",
            EdgeCases =
            [
                "Without sessions it is undefined.",
                "A negative total is undefined.",
                "Many tools cannot time the last page of a session, so a session of one page lasts 0 seconds.",
            ],
            Variants = [new("pages-per-session", "Measures the pages of a session, not its time.")],
            Example = new("A blog with 50 hours in 1,200 sessions", Quantity.Duration(3_000m, DurationUnit.Minute), 1_200),
            Source = "Web Analytics Association, Web Analytics Definitions, 2008",
        }),
        Formula.Of(
            "share-of-traffic", ShareOfTraffic,
            FormulaInput.Count("sessionsFromSource"), FormulaInput.Count("allSessions")).DescribedBy(new()
        {
            Title = new("Share of traffic", "Andel af trafikken"),
            Synonyms = ["traffic-share", "trafikandel"],
            Family = "Marketing",
            Equation = "sessionsFromSource / allSessions",
            EdgeCases =
            [
                "Without sessions there is no share: undefined.",
                "A source's share can fall while its traffic grows, when the others grow faster.",
            ],
            Variants = [new("share-of-voice", "Compares with the market, not with the rest of the own traffic.")],
            Example = new("A real shop's year: 3,913 of 12,330 sessions from one source (Sakar & Kastro, UCI, CC BY 4.0)", 3_913, 12_330),
            Source = "Kaushik, Web Analytics 2.0, 2009",
        }),
    ];
}
