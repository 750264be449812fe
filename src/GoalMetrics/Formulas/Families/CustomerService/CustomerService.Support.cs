namespace GoalMetrics;

// How cases are handled.
public static partial class CustomerService
{
    /// <summary>The share of cases solved at the first contact: <c>resolvedOnFirstContact / contacts</c>.</summary>
    /// <param name="resolvedOnFirstContact">Cases solved at the first contact.</param>
    /// <param name="contacts">All cases.</param>
    /// <returns>
    /// A ratio; undefined without cases.
    /// </returns>
    public static Quantity FirstContactResolution(Quantity resolvedOnFirstContact, Quantity contacts) =>
        resolvedOnFirstContact.AsCount().DividedBy(contacts.AsCount());

    /// <summary>The share of cases that are solved: <c>resolved / received</c>.</summary>
    /// <param name="resolved">Cases solved.</param>
    /// <param name="received">Cases that came in.</param>
    /// <returns>
    /// A ratio; undefined without cases.
    /// </returns>
    public static Quantity ResolutionRate(Quantity resolved, Quantity received) =>
        resolved.AsCount().DividedBy(received.AsCount());

    /// <summary>How long a contact takes, the work after it included: <c>(talk + hold + work after) / contacts</c>.</summary>
    /// <param name="talkTime">Time spoken, in all.</param>
    /// <param name="holdTime">Time on hold, in all.</param>
    /// <param name="afterContactWork">Time worked on the cases afterwards, in all.</param>
    /// <param name="contacts">Contacts handled.</param>
    /// <returns>
    /// A duration in the finest unit given; undefined without contacts, and (<see cref="UndefinedReason.OutOfDomain"/>) at a time below 0.
    /// </returns>
    public static Quantity AverageHandleTime(Quantity talkTime, Quantity holdTime, Quantity afterContactWork, Quantity contacts) =>
        (talkTime.AsDuration().NotNegative() + holdTime.AsDuration().NotNegative() + afterContactWork.AsDuration().NotNegative())
            .DividedBy(contacts.AsNumber())
            .NamingOverflow(talkTime, holdTime, afterContactWork);

    /// <summary>How long an answer takes: <c>totalResponseTime / responses</c>.</summary>
    /// <param name="totalResponseTime">The times to the answers, added up; not below 0.</param>
    /// <param name="responses">How many were answered.</param>
    /// <returns>
    /// A duration in the unit of the time; undefined without responses, and (<see cref="UndefinedReason.OutOfDomain"/>) at a time below 0.
    /// </returns>
    public static Quantity AverageResponseTime(Quantity totalResponseTime, Quantity responses) =>
        totalResponseTime.AsDuration().NotNegative().DividedBy(responses.AsNumber());

    /// <summary>The share of contacts answered within the target time: <c>answeredWithinTarget / answered</c>.</summary>
    /// <param name="answeredWithinTarget">Contacts answered within the target time.</param>
    /// <param name="answered">All contacts answered.</param>
    /// <returns>
    /// A ratio; undefined without contacts answered.
    /// </returns>
    public static Quantity ServiceLevel(Quantity answeredWithinTarget, Quantity answered) =>
        answeredWithinTarget.AsCount().DividedBy(answered.AsCount());

    /// <summary>Cases still open, as a share of those that came in: <c>openCases / received</c>.</summary>
    /// <param name="openCases">Cases open at the end.</param>
    /// <param name="received">Cases that came in.</param>
    /// <returns>
    /// A ratio; undefined without cases.
    /// </returns>
    public static Quantity BacklogRate(Quantity openCases, Quantity received) =>
        openCases.AsCount().DividedBy(received.AsCount());

    private static IEnumerable<Formula> SupportFormulas() =>
    [
        Formula.Of(
            "first-contact-resolution", FirstContactResolution,
            FormulaInput.Count("resolvedOnFirstContact"), FormulaInput.Count("contacts")).DescribedBy(new()
        {
            Title = new("First contact resolution", "Løst ved første kontakt"),
            Synonyms = ["fcr", "first-call-resolution"],
            Family = "Customer service",
            Direction = Direction.HigherIsBetter,
            Equation = "resolvedOnFirstContact / contacts",
            EdgeCases = ["Undefined without cases."],
            Variants =
            [
                new("resolution-rate", "Counts cases solved at any contact."),
            ],
            Example = new("564 of 752 calls", 564, 752),
            Source = "Cleveland, Contact Center Management on Fast Forward, 4th ed., 2019",
        }),
        Formula.Of("resolution-rate", ResolutionRate, FormulaInput.Count("resolved"), FormulaInput.Count("received")).DescribedBy(new()
        {
            Title = new("Resolution rate", "Løsningsrate"),
            Synonyms = ["løsningsrate"],
            Family = "Customer service",
            Direction = Direction.HigherIsBetter,
            Equation = "resolved / received",
            EdgeCases = ["Undefined without cases."],
            Variants =
            [
                new("first-contact-resolution", "Counts cases solved at the first contact only."),
            ],
            Example = new("902 of 1,025 cases", 902, 1_025),
            Source = "HDI, Support Center Metrics",
        }),
        Formula.Of(
            "average-handle-time", AverageHandleTime,
            FormulaInput.Duration("talkTime").AtLeast(0m), FormulaInput.Duration("holdTime").AtLeast(0m),
            FormulaInput.Duration("afterContactWork").AtLeast(0m), FormulaInput.Count("contacts")).DescribedBy(new()
        {
            Title = new("Average handle time", "Gennemsnitlig behandlingstid"),
            Synonyms = ["aht", "behandlingstid"],
            Family = "Customer service",
            Direction = Direction.LowerIsBetter,
            Equation = "(talkTime + holdTime + afterContactWork) / contacts",
            EdgeCases =
            [
                "Undefined without contacts.",
                "Out of domain at a time below 0.",
            ],
            Variants =
            [
                new("average-response-time", "Says how long customers wait for an answer."),
            ],
            Example = new(
                "100 calls: 400 minutes of talk, 50 on hold, 150 of work after",
                Quantity.Duration(400, DurationUnit.Minute), Quantity.Duration(50, DurationUnit.Minute),
                Quantity.Duration(150, DurationUnit.Minute), 100),
            Source = "Cleveland, Contact Center Management on Fast Forward, 4th ed., 2019",
        }),
        Formula.Of(
            "average-response-time", AverageResponseTime,
            FormulaInput.Duration("totalResponseTime").AtLeast(0m), FormulaInput.Count("responses")).DescribedBy(new()
        {
            Title = new("Average response time", "Gennemsnitlig svartid"),
            Synonyms = ["art", "svartid"],
            Family = "Customer service",
            Direction = Direction.LowerIsBetter,
            Equation = "totalResponseTime / responses",
            EdgeCases =
            [
                "Undefined without responses.",
                "Out of domain at a time below 0.",
            ],
            Variants =
            [
                new("average-handle-time", "Says how long the work takes."),
            ],
            Example = new("40 answers after 600 minutes in all", Quantity.Duration(600, DurationUnit.Minute), 40),
            Source = "HDI, Support Center Metrics",
        }),
        Formula.Of(
            "service-level", ServiceLevel,
            FormulaInput.Count("answeredWithinTarget"), FormulaInput.Count("answered")).DescribedBy(new()
        {
            Title = new("Service level", "Serviceniveau"),
            Synonyms = ["serviceniveau", "sla-compliance"],
            Family = "Customer service",
            Direction = Direction.HigherIsBetter,
            Equation = "answeredWithinTarget / answered",
            EdgeCases = ["Undefined without contacts answered."],
            Example = new("412 of 515 calls within 20 seconds", 412, 515),
            Source = "Cleveland, Contact Center Management on Fast Forward, 4th ed., 2019",
        }),
        Formula.Of("backlog-rate", BacklogRate, FormulaInput.Count("openCases"), FormulaInput.Count("received")).DescribedBy(new()
        {
            Title = new("Backlog rate", "Andel åbne sager"),
            Synonyms = ["ticket-backlog"],
            Family = "Customer service",
            Direction = Direction.LowerIsBetter,
            Equation = "openCases / received",
            EdgeCases = ["Undefined without cases."],
            Example = new("123 open of 1,025 received", 123, 1_025),
            Source = "HDI, Support Center Metrics",
        }),
    ];
}
