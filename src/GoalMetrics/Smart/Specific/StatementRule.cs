namespace GoalMetrics.Smart;

/// <summary>The goal is stated in one sentence that can be understood and remembered: at least 3 words, at most 300 characters.</summary>
public sealed class StatementRule() : SmartRule(SmartCriterion.Specific)
{
    private const int FewestWords = 3;
    private const int MostCharacters = 300;

    private static readonly FindingKind Missing = new(
        "SMART-S-STATEMENT",
        FindingSeverity.Error,
        new("The goal is not stated in words.", "Målet er ikke formuleret i ord."),
        new(
            "State it in one sentence, such as: Increase site visitors by 20 % during the next quarter.",
            "Formulér det i én sætning, f.eks.: Øg antallet af besøgende på hjemmesiden med 20 % i næste kvartal."));

    private static readonly FindingKind TooShort = new(
        "SMART-S-STATEMENT-SHORT",
        FindingSeverity.Warning,
        new(
            "The statement has too few words to be understood: '{statement}'.",
            "Formuleringen har for få ord til at blive forstået: '{statement}'."),
        new(
            "State what is to change, how much and by when, such as: Increase site visitors by 20 % during the next quarter.",
            "Skriv, hvad der skal ændres, hvor meget og hvornår,"
            + " f.eks.: Øg antallet af besøgende på hjemmesiden med 20 % i næste kvartal."));

    private static readonly FindingKind TooLong = new(
        "SMART-S-STATEMENT-LONG",
        FindingSeverity.Warning,
        new(
            "The statement has {length} characters, which is more than anyone remembers.",
            "Formuleringen er på {length} tegn; det kan ingen huske."),
        new(
            "Keep one sentence of at most {most} characters, such as: Increase site visitors by 20 % during the next quarter.",
            "Nøjes med én sætning på højst {most} tegn, f.eks.: Øg antallet af besøgende på hjemmesiden med 20 % i næste kvartal."));

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var statement = context.Goal.Statement.AsSpan().Trim();
        if (statement.IsEmpty)
        {
            context.Report(Missing, "statement");
        }
        else if (statement.Length > MostCharacters)
        {
            context.Report(TooLong, "statement", [new("length", statement.Length), new("most", MostCharacters)]);
        }
        else if (!HasWords(statement, FewestWords))
        {
            context.Report(TooShort, "statement", [new("statement", context.Goal.Statement!.Trim())]);
        }
    }

    private static bool HasWords(ReadOnlySpan<char> text, int fewest)
    {
        var (words, inWord) = (0, false);
        foreach (var c in text)
        {
            if (IsWrittenWithoutSpaces(c) || (!inWord && char.IsLetterOrDigit(c)))
            {
                words++;
                if (words == fewest)
                {
                    return true;
                }
            }

            inWord = !char.IsWhiteSpace(c) && (inWord || char.IsLetterOrDigit(c));
        }

        return false;
    }

    // There a letter is as good as a word.
    private static bool IsWrittenWithoutSpaces(char c) => c is
        (>= '\u0E00' and <= '\u0FFF') // Thai to Tibetan.
        or (>= '\u1000' and <= '\u109F') // Burmese.
        or (>= '\u1780' and <= '\u17FF') // Khmer.
        or (>= '\u3040' and <= '\u30FF') // Japanese syllables.
        or (>= '\u3400' and <= '\u9FFF'); // Chinese characters.
}
