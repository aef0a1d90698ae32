package medflip.expenses.events;

/**
 * What an expense is for: a line of part II of Schedule C (IRS Form 1040, 2025), by which a sole proprietor deducts it.
 * Depletion (12) and the deduction for energy-efficient buildings (27a) have no place in this trade.
 */
public enum ExpenseCategory {
    ADVERTISING("8", "Advertising"),
    CAR_AND_TRUCK("9", "Car and truck expenses"),
    COMMISSIONS_AND_FEES("10", "Commissions and fees"),
    CONTRACT_LABOR("11", "Contract labor"),
    DEPRECIATION("13", "Depreciation and section 179 expense deduction"),
    EMPLOYEE_BENEFITS("14", "Employee benefit programs"),
    INSURANCE("15", "Insurance (other than health)"),
    MORTGAGE_INTEREST("16a", "Interest: mortgage (paid to banks, etc.)"),
    OTHER_INTEREST("16b", "Interest: other"),
    LEGAL_AND_PROFESSIONAL("17", "Legal and professional services"),
    OFFICE("18", "Office expense"),
    PENSION_PLANS("19", "Pension and profit-sharing plans"),
    RENT_OF_EQUIPMENT("20a", "Rent or lease: vehicles, machinery, and equipment"),
    RENT_OF_PROPERTY("20b", "Rent or lease: other business property"),
    REPAIRS("21", "Repairs and maintenance"),
    SUPPLIES("22", "Supplies"),
    TAXES_AND_LICENSES("23", "Taxes and licenses"),
    TRAVEL("24a", "Travel"),
    MEALS("24b", "Deductible meals"),
    UTILITIES("25", "Utilities"),
    WAGES("26", "Wages (less employment credits)"),
    OTHER("27b", "Other expenses");

    private final String line;
    private final String title;

    ExpenseCategory(String line, String title) {
        this.line = line;
        this.title = title;
    }

    /** Number of the form's line. */
    public String line() {
        return line;
    }

    /** What the form calls it. */
    public String title() {
        return title;
    }
}
