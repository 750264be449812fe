namespace GoalMetrics;

// What the data say about a goal: the same to how SMART it is, and to where it stands.
internal static class GoalFindings
{
    public static readonly FindingKind DataBegin = new(
        "TRACK-DATA-BEGIN",
        FindingSeverity.Warning,
        new(
            "The goal's data begin late: those of table '{table}' on {begin}; days missing: {gap}.",
            "Målets data begynder for sent: tabellen '{table}' begynder {begin}; manglende dage: {gap}."),
        new(
            "Load the missing days, or declare what the table covers with Covering.",
            "Indlæs de manglende dage, eller angiv med Covering, hvad tabellen dækker."));

    public static readonly FindingKind DataEnd = new(
        "TRACK-DATA-END",
        FindingSeverity.Warning,
        new(
            "The goal is judged as of the end of {end}, as far as the data of table '{table}' go; days missing: {gap}.",
            "Målet er opgjort ved udgangen af {end}, så langt data i tabellen '{table}' rækker; manglende dage: {gap}."),
        new(
            "Load the missing days, or declare what the table covers with Covering.",
            "Indlæs de manglende dage, eller angiv med Covering, hvad tabellen dækker."));

    public static readonly FindingKind TotalToCome = new(
        "TRACK-TOTAL-TO-COME",
        FindingSeverity.Info,
        new(
            "The goal is judged as of the end of {end}: each fact of table '{table}' is the total of a whole {grain}, and the one that is"
            + " running has none yet.",
            "Målet er opgjort ved udgangen af {end}: tabellen '{table}' har kun totaler for hele perioder ({grain}), og den løbende har"
            + " ingen endnu."),
        new(
            "Nothing is missing. Load finer facts to judge the goal in between.",
            "Intet mangler. Indlæs finere data for at opgøre målet ind imellem."));

    public static readonly FindingKind WholeBegin = new(
        "TRACK-WHOLE-BEGIN",
        FindingSeverity.Warning,
        new(
            "The goal is read from {begin}, the first whole {grain}, as each fact of table '{totals}' is the total of one:"
            + " the data of table '{table}' begin on {first}; days missing: {gap}.",
            "Målet er opgjort fra {begin}, da tabellen '{totals}' kun har totaler for hele perioder ({grain}):"
            + " data i tabellen '{table}' begynder {first}; manglende dage: {gap}."),
        new(
            "Load the missing days, or finer facts in place of the totals.",
            "Indlæs de manglende dage, eller finere data i stedet for totalerne."));

    public static readonly FindingKind WholeEnd = new(
        "TRACK-WHOLE-END",
        FindingSeverity.Warning,
        new(
            "The goal is judged as of the end of {end}, the last whole {grain}, as each fact of table '{totals}' is the total of one:"
            + " the data of table '{table}' end with {last}; days missing: {gap}.",
            "Målet er opgjort ved udgangen af {end}, da tabellen '{totals}' kun har totaler for hele perioder ({grain}):"
            + " data i tabellen '{table}' slutter {last}; manglende dage: {gap}."),
        new(
            "Load the missing days, or finer facts in place of the totals.",
            "Indlæs de manglende dage, eller finere data i stedet for totalerne."));

    public static readonly FindingKind TotalsCut = new(
        "TRACK-TOTALS-CUT",
        FindingSeverity.Error,
        new(
            "Each fact of table '{table}' is the total of a whole {grain}; '{measure}' cannot be computed for {period}, which cuts"
            + " {whole}.",
            "Tabellen '{table}' har kun totaler for hele perioder ({grain}); '{measure}' kan ikke opgøres for {period}, som kun rummer"
            + " en del af {whole}."),
        new(
            "Choose and read periods that are made of whole ones, or load finer facts.",
            "Vælg og opgør perioder, der består af hele, eller indlæs finere data."));

    public static readonly FindingKind Immature = new(
        "TRACK-IMMATURE",
        FindingSeverity.Info,
        new(
            "The goal is judged as of the end of {end}: the windows of later conversions of '{measure}' are still open;"
            + " days left out: {gap}.",
            "Målet er opgjort ved udgangen af {end}: vinduerne for senere konverteringer i '{measure}' er stadig åbne;"
            + " udeladte dage: {gap}."),
        new(
            "Ask again once they have closed. A conversion rate counts only windows that have.",
            "Spørg igen, når de er lukket. En konverteringsfrekvens tæller kun lukkede vinduer."));

    public static readonly FindingKind GapInPeriod = new(
        "TRACK-DATA-GAP",
        FindingSeverity.Error,
        new(
            "Days of {period} are missing, so the value for the whole period is not known.",
            "Der mangler dage i {period}, så værdien for hele perioden kendes ikke."),
        new(
            "Load the missing days, or declare what the table covers with Covering.",
            "Indlæs de manglende dage, eller angiv med Covering, hvad tabellen dækker."));

    public static readonly FindingKind GapLookedBackOn = new(
        "TRACK-LOOKS-BACK",
        FindingSeverity.Error,
        new(
            "'{measure}' looks back on days without data, so its value for {period} is not known: {limits}.",
            "'{measure}' ser tilbage på dage uden data, så værdien for {period} kendes ikke: {limits}."),
        new(
            "Load these days, or declare what the table covers with Covering.",
            "Indlæs disse dage, eller angiv med Covering, hvad tabellen dækker."));

    public static readonly FindingKind BaselineUnknown = new(
        "TRACK-BASELINE-UNKNOWN",
        FindingSeverity.Error,
        new("The baseline of the goal has no value: {reason}.", "Målets udgangspunkt har ingen værdi: {reason}."),
        new(
            "State a baseline, or measure it over a period that has data.",
            "Angiv et udgangspunkt, eller mål det over en periode med data."));

    public static readonly FindingKind PartialBaseline = new(
        "TRACK-BASELINE-PARTIAL",
        FindingSeverity.Error,
        new(
            "The data do not cover the whole baseline period {period}: {limits}.",
            "Data dækker ikke hele perioden for udgangspunktet, {period}: {limits}."),
        new("Load the rest, or choose a period that is covered.", "Indlæs resten, eller vælg en periode, der er dækket."));

    public static readonly FindingKind OpenBaseline = new(
        "TRACK-BASELINE-OPEN",
        FindingSeverity.Warning,
        new("The baseline period {period} is not over yet.", "Perioden for udgangspunktet, {period}, er ikke slut endnu."),
        new(
            "Ask again when it is, or choose a period that is over, such as the one before.",
            "Spørg igen, når den er slut, eller vælg en afsluttet periode, f.eks. den forrige."));

    public static readonly FindingKind ImmatureBaseline = new(
        "TRACK-BASELINE-IMMATURE",
        FindingSeverity.Warning,
        new(
            "The windows of conversions of the baseline period {period} are not all closed yet.",
            "Vinduerne for konverteringer i perioden for udgangspunktet, {period}, er ikke alle lukket endnu."),
        new(
            "Ask again when they are, or choose an earlier period.",
            "Spørg igen, når de er lukket, eller vælg en tidligere periode."));

    public static readonly FindingKind ZeroBaseline = new(
        "TRACK-BASELINE-ZERO",
        FindingSeverity.Warning,
        new("The baseline measured over {period} is {baseline}.", "Udgangspunktet for {period} er målt til {baseline}."),
        new(
            "See that the facts of that period are loaded, or choose one in which there was something to measure.",
            "Sørg for, at periodens data er indlæst, eller vælg en periode, hvor der var noget at måle."));

    public static readonly FindingKind NegativeBaseline = new(
        "TRACK-BASELINE-NEGATIVE",
        FindingSeverity.Warning,
        new(
            "The baseline measured over {period} is below zero: {baseline}.",
            "Udgangspunktet for {period} er målt til under nul: {baseline}."),
        new(
            "State the target as a value or an amount, such as Target.Reach(…): a share of a negative baseline is easily misread.",
            "Angiv måltallet som værdi eller beløb, f.eks. Target.Reach(…): en andel af et negativt udgangspunkt er let at misforstå."));

    public static readonly FindingKind TargetIsBaseline = new(
        "TRACK-TARGET-IS-BASELINE",
        FindingSeverity.Error,
        new(
            "The target {target} equals the measured baseline: there is no way to go.",
            "Måltallet {target} er lig med det målte udgangspunkt: der er intet at opnå."),
        new(
            "Choose another target, or StayAtLeast or StayAtMost to keep the value.",
            "Vælg et andet måltal, eller brug StayAtLeast eller StayAtMost til at fastholde værdien."));

    public static readonly FindingKind WrongWay = new(
        "TRACK-WRONG-WAY",
        FindingSeverity.Error,
        new(
            "From the measured baseline {baseline} the target {target} leads the wrong way.",
            "Måltallet {target} går den forkerte vej i forhold til det målte udgangspunkt {baseline}."),
        new("Choose a target on the better side of the baseline.", "Vælg et måltal på den rigtige side af udgangspunktet."));

    public static readonly FindingKind NoValue = new(
        "TRACK-NO-VALUE",
        FindingSeverity.Error,
        new(
            "The measure '{measure}' has no value to judge by: {reason}.",
            "'{measure}' har ingen værdi, som målet kan vurderes ud fra: {reason}."),
        new("See that its facts are loaded for {days}.", "Sørg for, at data for {days} er indlæst."));

    public static readonly FindingKind UnknownReading = new(
        "TRACK-READING-UNKNOWN",
        FindingSeverity.Warning,
        new(
            "Whether '{measure}' kept its limits in {period} is not known: {reason}.",
            "Det vides ikke, om '{measure}' holdt sig inden for grænserne i {period}: {reason}."),
        new("See that its facts are loaded for {days}.", "Sørg for, at data for {days} er indlæst."));

    public static readonly FindingKind NoTarget = new(
        "TRACK-NO-TARGET-VALUE",
        FindingSeverity.Error,
        new(
            "Nothing can be measured as a share of the target: {reason}.",
            "Opfyldelsen kan ikke måles som en andel af måltallet: {reason}."),
        new(
            "See that the baseline can be measured.",
            "Sørg for, at udgangspunktet kan måles."));

    public static readonly FindingKind NoShare = new(
        "TRACK-NO-SHARE",
        FindingSeverity.Warning,
        new(
            "No share of the target {target} can be computed for a total: the goal is judged by where it lands.",
            "For et samlet tal kan der ikke beregnes en andel af måltallet {target}: målet bedømmes efter, hvor det ender."),
        new(
            "Check that the target is meant to be zero or below, and state a baseline from which progress can be measured.",
            "Kontrollér, at måltallet skal være nul eller derunder, og angiv et udgangspunkt, som fremgangen kan måles fra."));

    public static readonly FindingKind ForeignCalendar = new(
        "TRACK-CALENDAR",
        FindingSeverity.Error,
        new(
            "The goal's {part} {period} is of another calendar than its data: {found} instead of {expected}.",
            "Målets {part} {period} bruger en anden kalender end dets data: {found} i stedet for {expected}."),
        new(
            "Take periods from the source's calendar, such as source.Calendar.Quarter(2027, 1).",
            "Hent perioder fra kildens kalender, f.eks. source.Calendar.Quarter(2027, 1)."));

    public static readonly FindingKind Failed = new(
        "TRACK-FAILED",
        FindingSeverity.Error,
        new("'{what}' could not be evaluated: {error}", "'{what}' kunne ikke beregnes. Fejlmeddelelse: »{error}«"),
        new(
            "Mend its measure or its path, or load its table. All else was evaluated.",
            "Ret beregningen eller det forventede forløb, eller indlæs tabellen. Alt andet er beregnet."));
}
