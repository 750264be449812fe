namespace GoalMetrics.Tests.Formulas;

/// <summary>What holds of every formula in the default catalogue around its example, whatever its family.</summary>
public sealed class FormulaLawsTests
{
    // With which inputs at zero a formula is undefined: its divisors; what else is at fault is in parentheses.
    private const string UndefinedAtZero = """
        conversion-rate: visitors
        cart-abandonment-rate: carts
        coupon-redemption-rate: issued
        lift: controlRate
        viral-coefficient:
        click-through-rate: impressions
        cost-per-click: clicks
        cost-per-mille: impressions
        frequency: reach
        share-of-voice: market
        cost-per-lead: leads
        cost-per-acquisition: conversions
        customer-acquisition-cost: newCustomers
        return-on-ad-spend: adSpend
        advertising-cost-of-sales: revenue
        bounce-rate: sessions
        engagement-rate: sessions
        pages-per-session: sessions
        average-session-duration: sessions
        share-of-traffic: allSessions
        deliverability-rate: sent
        email-bounce-rate: sent
        open-rate: delivered
        email-click-rate: delivered
        click-to-open-rate: opens
        unsubscribe-rate: delivered
        spam-complaint-rate: delivered
        lead-conversion-rate: leads
        qualified-lead-rate: leads
        average-order-value: orders
        revenue-per-visitor: visitors
        units-per-order: orders
        average-selling-price: units
        repeat-purchase-rate: customers
        purchase-frequency: customers
        return-rate: unitsSold
        return-rate-by-value: sales
        cancellation-rate: orders
        discount-rate: grossSales
        sell-through-rate: unitsReceived
        inventory-turnover: averageInventory
        days-inventory-outstanding: inventoryTurnover
        stockout-rate: items
        win-rate:
        close-rate: opportunities
        average-deal-size: dealsWon
        quota-attainment: quota
        pipeline-coverage: target
        sales-velocity: cycleLength
        churn-rate: customersAtStart
        churn-rate-on-average-base:
        retention-rate: customersAtEnd (OutOfDomain newCustomers), customersAtStart
        customer-growth-rate: customersAtStart
        revenue-churn-rate: openingRevenue
        gross-revenue-retention: openingRevenue
        net-revenue-retention: openingRevenue
        quick-ratio:
        average-revenue-per-user: users
        average-revenue-per-customer: customers
        annual-recurring-revenue:
        customer-lifetime: churnRate
        customer-lifetime-value: churnRate
        discounted-lifetime-value:
        discounted-lifetime-value-paid-at-start:
        lifetime-value-to-cost: acquisitionCost
        acquisition-payback: averageRevenue (averageRevenue * grossMargin), grossMargin (averageRevenue * grossMargin)
        stickiness: monthlyActiveUsers
        activation-rate: newUsers
        adoption-rate: users
        referral-rate: customers
        net-promoter-score: responses (OutOfDomain responses)
        customer-satisfaction: responses
        customer-effort-score: totalScore (OutOfDomain totalScore), responses
        rule-of-40:
        magic-number: priorSalesAndMarketing
        burn-multiple: netNewRecurringRevenue
        return-on-investment: invested
        return-on-investment-from-gain: invested
        annualized-return: years
        return-on-equity: equity
        return-on-assets: totalAssets
        return-on-capital-employed: capitalEmployed
        payback-period: inflow
        discounted-payback-period: inflow
        gross-margin: revenue
        markup: costOfGoodsSold
        contribution-margin: revenue
        operating-margin: revenue
        net-margin: revenue
        ebitda-margin: revenue
        break-even-units: price (OutOfDomain price)
        growth-rate: previous
        compound-growth-rate: start, periods
        market-share: marketSales
        relative-market-share: largestRival
        revenue-per-employee: employees
        budget-variance:
        budget-variance-rate: budget
        current-ratio: currentLiabilities
        acid-test-ratio: currentAssets (OutOfDomain inventory), currentLiabilities
        debt-to-equity: equity
        interest-coverage: interestExpense
        days-sales-outstanding: revenue, period
        days-payable-outstanding: costOfGoodsSold, period
        cash-conversion-cycle:
        burn-rate: period
        runway: netBurn, period
        first-contact-resolution: contacts
        resolution-rate: received
        average-handle-time: contacts
        average-response-time: responses
        service-level: answered
        backlog-rate: received
        uptime: totalTime
        error-budget-remaining:
        mean-time-to-recover: incidents
        mean-time-between-failures: failures
        on-time-delivery: deliveries
        on-time-in-full: orders
        order-accuracy: orders
        first-pass-yield: started
        defect-rate: inspected
        defects-per-million: units, opportunities
        availability: plannedProductionTime
        performance: runTime
        quality: totalCount
        overall-equipment-effectiveness:
        utilization: capacity
        cycle-time: completed, period
        schedule-variance:
        cost-variance:
        cost-performance-index: actualCost
        schedule-performance-index: plannedValue
        employee-turnover: averageHeadcount
        employee-retention: employeesAtStart
        absence-rate: scheduledTime
        time-to-hire: hires
        offer-acceptance-rate: offersMade
        employee-net-promoter-score: responses (OutOfDomain responses)
        training-hours-per-employee: employees
        """;

    public static TheoryData<string> DirectIds => BuiltInFormula.DirectIds;

    public static TheoryData<string> IdsWithMoneyTwice =>
        [.. BuiltInFormula.DirectIds.Select(row => row.Data).Where(id => Places(id, input => IsPlainMoney(input)).Count() > 1)];

    public static TheoryData<string, string> Divisors =>
        new(UndefinedAtZero.ReplaceLineEndings("\n").Split('\n').Select(line => line.Split(':', StringSplitOptions.TrimEntries))
            .Select(line => (line[0], line[1])));

    [Fact]
    public void UndefinedAtZero_HasEveryFormula() =>
        Divisors.Select(row => row.Data.Item1).Should().Equal(DirectIds.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Divisors))]
    public void Direct_OneInputIsZero_IsUndefinedBelowTheLine(string id, string undefined)
    {
        var whole = Example(id);
        var found = Places(id, _ => true)
            .Select(place => (Name: Name(id, place), Result: With(id, (place, whole[place] * 0m))))
            .Where(at => !at.Result.IsDefined)
            .Select(at => Caused(at.Name, at.Result));
        string.Join(", ", found).Should().Be(undefined);
    }

    [Theory]
    [MemberData(nameof(Divisors))]
    public void Direct_AllInputsAreZero_IsUndefinedWhereOneIsADivisor(string id, string undefined)
    {
        Quantity[] none = [.. Example(id).Select(input => input * 0m)];
        if (undefined.Length > 0)
        {
            BuiltInFormula.Of(id).Direct(none).Reason.Should().Be(UndefinedReason.ZeroDenominator);
        }
    }

    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Direct_OneInputIsZeroOrUndefined_KeepsTheUnit(string id)
    {
        var whole = Example(id);
        var unit = With(id).Unit;
        foreach (var place in Places(id, _ => true))
        {
            With(id, (place, whole[place] * 0m)).Unit.Should().Be(unit);
            With(id, (place, Quantity.Undefined(UndefinedReason.NoData, unit: whole[place].Unit))).Unit.Should().Be(unit);
        }
    }

    [Theory]
    [MemberData(nameof(IdsWithMoneyTwice))]
    public void Direct_TwoCurrencies_ThrowsAndNamesThem(string id)
    {
        foreach (var place in Places(id, input => IsPlainMoney(input)))
        {
            Messages.Of<UnitMismatchException>(() => With(id, (place, Money.Sek(1))))
                .Should().MatchRegex("^Cannot (add|subtract|relate) .*SEK.*: convert one of them first, with ExchangeRate\\.$");
        }
    }

    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Direct_TwoInputsAtFault_NamesTheFirst(string id)
    {
        var whole = Example(id);
        foreach (var (first, second) in Places(id, _ => true).SelectMany(i => Places(id, _ => true).Where(j => j > i).Select(j => (i, j))))
        {
            if (OutOfRange(id, second) is { } later)
            {
                With(id, (first, default), (second, later)).ShouldBeUndefined(UndefinedReason.NoData, Name(id, first));
            }

            if (OutOfRange(id, first) is { } earlier)
            {
                var other = OutOfRange(id, second) ?? whole[second];
                With(id, (first, earlier), (second, default)).ShouldBeUndefined(UndefinedReason.OutOfDomain, Name(id, first));
                With(id, (first, earlier), (second, other)).ShouldBeUndefined(UndefinedReason.OutOfDomain, Name(id, first));
            }
        }
    }

    private static Quantity With(string id, params (int Place, Quantity Value)[] changes)
    {
        var inputs = Example(id);
        foreach (var (place, value) in changes)
        {
            inputs[place] = value;
        }

        return BuiltInFormula.Of(id).Direct(inputs);
    }

    private static Quantity[] Example(string id) => [.. FormulaCatalog.Default.Find(id).Description.Example!.Inputs];

    private static IEnumerable<int> Places(string id, Func<Quantity, bool> which) =>
        Example(id).Select((input, place) => (input, place)).Where(found => which(found.input)).Select(found => found.place);

    private static string Name(string id, int place) => FormulaCatalog.Default.Find(id).Inputs[place].Name;

    private static bool IsPlainMoney(Quantity input) => input.Unit is { Kind: UnitKind.Money } unit && unit == Unit.Money(unit.ToString());

    // A divisor is named alone; what else is at fault is in parentheses.
    private static string Caused(string name, Quantity result) => result.Reason switch
    {
        UndefinedReason.ZeroDenominator when result.Cause == name => name,
        UndefinedReason.ZeroDenominator => $"{name} ({result.Cause})",
        _ => $"{name} ({result.Reason} {result.Cause})",
    };

    // A count outside its range throws instead.
    private static Quantity? OutOfRange(string id, int place)
    {
        var input = FormulaCatalog.Default.Find(id).Inputs[place];
        if (input.Kind == InputKind.Count)
        {
            return null;
        }

        var amount = input.Minimum - 0.01m ?? input.Maximum + 0.01m;
        return amount is null ? null : new Quantity(amount.Value, Example(id)[place].Unit!);
    }
}
