namespace GoalMetrics;

/// <summary>Amounts of money: <c>Money.Dkk(12_300.50m)</c>, or <see cref="Of"/> for any currency of ISO 4217.</summary>
public static class Money
{
    private static readonly Unit DkkUnit = Unit.Money("DKK");
    private static readonly Unit EurUnit = Unit.Money("EUR");
    private static readonly Unit GbpUnit = Unit.Money("GBP");
    private static readonly Unit NokUnit = Unit.Money("NOK");
    private static readonly Unit SekUnit = Unit.Money("SEK");
    private static readonly Unit UsdUnit = Unit.Money("USD");

    /// <summary>An amount in the currency with this ISO 4217 code.</summary>
    /// <exception cref="ArgumentException">The code is not in ISO 4217.</exception>
    public static Quantity Of(decimal amount, string currencyCode) => new(amount, Unit.Money(currencyCode));

    /// <summary>Danish kroner.</summary>
    public static Quantity Dkk(decimal amount) => new(amount, DkkUnit);

    /// <summary>Euros.</summary>
    public static Quantity Eur(decimal amount) => new(amount, EurUnit);

    /// <summary>Pounds sterling.</summary>
    public static Quantity Gbp(decimal amount) => new(amount, GbpUnit);

    /// <summary>Norwegian kroner.</summary>
    public static Quantity Nok(decimal amount) => new(amount, NokUnit);

    /// <summary>Swedish kronor.</summary>
    public static Quantity Sek(decimal amount) => new(amount, SekUnit);

    /// <summary>United States dollars.</summary>
    public static Quantity Usd(decimal amount) => new(amount, UsdUnit);
}
