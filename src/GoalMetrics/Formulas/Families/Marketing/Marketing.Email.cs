namespace GoalMetrics;

// What becomes of e-mail: delivered, opened, clicked, or not wanted.
public static partial class Marketing
{
    /// <summary>The share of the messages sent that were delivered: <c>delivered / sent</c>.</summary>
    /// <param name="delivered">Messages that the receiving servers accepted.</param>
    /// <param name="sent">Messages sent.</param>
    /// <returns>A ratio; undefined when nothing was sent.</returns>
    public static Quantity DeliverabilityRate(Quantity delivered, Quantity sent) =>
        delivered.AsCount().DividedBy(sent.AsCount());

    /// <summary>The share of the messages sent that came back: <c>bounced / sent</c>.</summary>
    /// <param name="bounced">Messages that could not be delivered.</param>
    /// <param name="sent">Messages sent.</param>
    /// <returns>A ratio; undefined when nothing was sent.</returns>
    public static Quantity EmailBounceRate(Quantity bounced, Quantity sent) =>
        bounced.AsCount().DividedBy(sent.AsCount());

    /// <summary>The share of the delivered messages that were opened: <c>opens / delivered</c>.</summary>
    /// <param name="opens">Messages opened, each once.</param>
    /// <param name="delivered">Messages delivered.</param>
    /// <returns>A ratio; undefined when nothing was delivered.</returns>
    public static Quantity OpenRate(Quantity opens, Quantity delivered) =>
        opens.AsCount().DividedBy(delivered.AsCount());

    /// <summary>The share of the delivered messages in which a link was clicked: <c>clicks / delivered</c>.</summary>
    /// <param name="clicks">Messages clicked in, each once.</param>
    /// <param name="delivered">Messages delivered.</param>
    /// <returns>A ratio; undefined when nothing was delivered.</returns>
    public static Quantity EmailClickRate(Quantity clicks, Quantity delivered) =>
        clicks.AsCount().DividedBy(delivered.AsCount());

    /// <summary>The share of the opened messages in which a link was clicked: <c>clicks / opens</c>.</summary>
    /// <param name="clicks">Messages clicked in, each once.</param>
    /// <param name="opens">Messages opened, each once.</param>
    /// <returns>A ratio; undefined without opens.</returns>
    public static Quantity ClickToOpenRate(Quantity clicks, Quantity opens) =>
        clicks.AsCount().DividedBy(opens.AsCount());

    /// <summary>The share of the delivered messages after which the reader left the list: <c>unsubscribes / delivered</c>.</summary>
    /// <param name="unsubscribes">Readers who left the list.</param>
    /// <param name="delivered">Messages delivered.</param>
    /// <returns>A ratio; undefined when nothing was delivered.</returns>
    public static Quantity UnsubscribeRate(Quantity unsubscribes, Quantity delivered) =>
        unsubscribes.AsCount().DividedBy(delivered.AsCount());

    /// <summary>The share of the delivered messages that were reported as spam: <c>complaints / delivered</c>.</summary>
    /// <param name="complaints">Messages reported as spam.</param>
    /// <param name="delivered">Messages delivered.</param>
    /// <returns>A ratio; undefined when nothing was delivered.</returns>
    public static Quantity SpamComplaintRate(Quantity complaints, Quantity delivered) =>
        complaints.AsCount().DividedBy(delivered.AsCount());

    private static IEnumerable<Formula> EmailFormulas() =>
    [
        Formula.Of("deliverability-rate", DeliverabilityRate, FormulaInput.Count("delivered"), FormulaInput.Count("sent")).DescribedBy(new()
        {
            Title = new("Deliverability rate", "Leveringsrate for e-mail"),
            Synonyms = ["email-delivery-rate", "deliverability", "email-leveringsrate"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "delivered / sent",
            EdgeCases =
            [
                "When nothing was sent it is undefined.",
                "Delivered is not read: a message in the spam folder was delivered too.",
            ],
            Variants = [new("email-bounce-rate", "Is the complement, as long as every message either arrives or bounces.")],
            Example = new("A newsletter to 10,000 addresses, 150 of which refused it", 9_850, 10_000),
            Source = "Chaffey & Ellis-Chadwick, Digital Marketing: Strategy, Implementation and Practice, 8th ed., 2022",
        }),
        Formula.Of("email-bounce-rate", EmailBounceRate, FormulaInput.Count("bounced"), FormulaInput.Count("sent")).DescribedBy(new()
        {
            Title = new("E-mail bounce rate", "Andel af afviste e-mails"),
            Synonyms = ["mail-bounce-rate"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "bounced / sent",
            EdgeCases =
            [
                "When nothing was sent it is undefined.",
                "Hard bounces, addresses that do not exist, are often reported apart from soft ones.",
            ],
            Variants =
            [
                new("bounce-rate", "Is about visits that ended after one page, not about e-mail."),
                new("deliverability-rate", "Is the complement, as long as every message either arrives or bounces."),
            ],
            Example = new("A newsletter to 10,000 addresses, 150 of which refused it", 150, 10_000),
            Source = "Chaffey & Ellis-Chadwick, Digital Marketing: Strategy, Implementation and Practice, 8th ed., 2022",
        }),
        Formula.Of("open-rate", OpenRate, FormulaInput.Count("opens"), FormulaInput.Count("delivered")).DescribedBy(new()
        {
            Title = new("Open rate", "Åbningsrate"),
            Synonyms = ["email-open-rate", "åbningsrate"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "opens / delivered",
            EdgeCases =
            [
                "When nothing was delivered it is undefined.",
                "With opens counted each time, instead of once a message, it can pass 100 %.",
                "Mail programs that fetch images ahead count as opens, and those that block images do not.",
            ],
            Variants = [new("click-to-open-rate", "Measures what happens after the open: clicks against opens.")],
            Example = new("A newsletter with 9,850 delivered and 2,150 opened", 2_150, 9_850),
            Source = "Chaffey & Ellis-Chadwick, Digital Marketing: Strategy, Implementation and Practice, 8th ed., 2022",
        }),
        Formula.Of("email-click-rate", EmailClickRate, FormulaInput.Count("clicks"), FormulaInput.Count("delivered")).DescribedBy(new()
        {
            Title = new("E-mail click rate", "Klikrate for e-mail"),
            Synonyms = ["email-click-through-rate", "email-ctr", "email-klikrate"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "clicks / delivered",
            EdgeCases =
            [
                "When nothing was delivered it is undefined.",
                "With every click counted, instead of once a message, it can pass 100 %.",
            ],
            Variants =
            [
                new("click-through-rate", "Is for ads and links: clicks against impressions."),
                new("click-to-open-rate", "Divides by opened messages only, so it is the higher of the two."),
            ],
            Example = new("A newsletter with 9,850 delivered and 430 clicked in", 430, 9_850),
            Source = "Chaffey & Ellis-Chadwick, Digital Marketing: Strategy, Implementation and Practice, 8th ed., 2022",
        }),
        Formula.Of("click-to-open-rate", ClickToOpenRate, FormulaInput.Count("clicks"), FormulaInput.Count("opens")).DescribedBy(new()
        {
            Title = new("Click-to-open rate", "Klik pr. åbning"),
            Synonyms = ["ctor", "cto", "klik-til-åbningsrate"],
            Family = "Marketing",
            Direction = Direction.HigherIsBetter,
            Equation = "clicks / opens",
            EdgeCases =
            [
                "Without opens it is undefined.",
                "Opens that the sender cannot see, where images are blocked, can take it past 100 %.",
            ],
            Variants =
            [
                new("open-rate", "Measures the step before: opens against delivered messages."),
                new("email-click-rate", "Divides by all delivered messages, opened or not."),
            ],
            Example = new("A newsletter opened 2,150 times and clicked in 430 times", 430, 2_150),
            Source = "Chaffey & Ellis-Chadwick, Digital Marketing: Strategy, Implementation and Practice, 8th ed., 2022",
        }),
        Formula.Of(
            "unsubscribe-rate", UnsubscribeRate,
            FormulaInput.Count("unsubscribes"), FormulaInput.Count("delivered")).DescribedBy(new()
        {
            Title = new("Unsubscribe rate", "Afmeldingsrate"),
            Synonyms = ["email-unsubscribe-rate", "opt-out-rate", "afmeldingsrate"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "unsubscribes / delivered",
            EdgeCases =
            [
                "When nothing was delivered it is undefined.",
                "Readers who no longer open anything have left too, and are not counted.",
            ],
            Variants = [new("spam-complaint-rate", "Counts those who reported the message as spam instead of leaving the list.")],
            Example = new("A newsletter with 9,850 delivered and 26 who left the list", 26, 9_850),
            Source = "Chaffey & Ellis-Chadwick, Digital Marketing: Strategy, Implementation and Practice, 8th ed., 2022",
        }),
        Formula.Of(
            "spam-complaint-rate", SpamComplaintRate,
            FormulaInput.Count("complaints"), FormulaInput.Count("delivered")).DescribedBy(new()
        {
            Title = new("Spam complaint rate", "Spamklagerate"),
            Synonyms = ["spam-rate", "spamklager"],
            Family = "Marketing",
            Direction = Direction.LowerIsBetter,
            Equation = "complaints / delivered",
            EdgeCases =
            [
                "When nothing was delivered it is undefined.",
                "Mailbox providers count only what reached an inbox, so their figure is higher.",
            ],
            Variants = [new("unsubscribe-rate", "Counts those who left the list instead of reporting the message as spam.")],
            Example = new("A newsletter with 9,850 delivered and 4 reported as spam", 4, 9_850),
            Source = "Google Workspace Admin Help, Email sender guidelines",
        }),
    ];
}
