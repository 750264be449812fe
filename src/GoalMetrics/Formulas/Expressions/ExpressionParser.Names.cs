namespace GoalMetrics.Expressions;

// What to say of a call of something that is not there.
internal sealed partial class ExpressionParser
{
    // conversoin-rate(a, b) was cut into a difference of two names, for no formula is named so: it is seen as one name again.
    private FormulaSyntaxException Unknown(Token name)
    {
        const string Expected = "a function or a formula of the catalogue before '('";
        var hyphened = Hyphened(name)
            .Select(word => (Word: word, Nearest: Nearest.Of(word.Text, _catalog.Formulas.Select(formula => formula.Id))))
            .Where(candidate => candidate.Nearest.Count > 0)
            .OrderBy(candidate => Math.Abs(candidate.Word.Text.Length - candidate.Nearest[0].Length))
            .FirstOrDefault();
        if (hyphened.Nearest is not null)
        {
            return Error(hyphened.Word, Expected, Nearest.Hint(hyphened.Word.Text, _catalog.Formulas.Select(formula => formula.Id)));
        }

        var known = FunctionCall.Names.Append("if").Concat(_catalog.Formulas.Select(formula => formula.Id.Replace('-', '_')));
        return Error(name, Expected, Nearest.Hint(name.Text, known));
    }

    // The name with one more word before it each time, as long as nothing but a hyphen stands between: rate, conversoin-rate.
    private IEnumerable<Token> Hyphened(Token name)
    {
        var first = _tokens.FindIndex(token => token.Position == name.Position);
        var end = name.Position + name.Text.Length;
        while (first >= 2 && _tokens[first - 1].Is("-") && _tokens[first - 2].Kind == TokenKind.Name
            && !_text[_tokens[first - 2].Position..end].Any(char.IsWhiteSpace))
        {
            first -= 2;
            var start = _tokens[first].Position;
            yield return new(TokenKind.Name, start, _text[start..end]);
        }
    }
}
