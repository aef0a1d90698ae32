package medflip.catalog.events;

import java.util.regex.Pattern;

/**
 * What is never bought, told by its name: insulin and other prescription drugs, and what Medicare or Medicaid paid for
 * . Supplies that are used with insulin, such as pumps and syringes, are no drugs.
 */
public final class ExcludedGoods {

    private static final Pattern DRUG = Pattern.compile(
            "(?i)\\b(insulin(?!\\s*-?\\s*(pump|syringe|pen needle|needle|delivery|pod|cartridge|reservoir|infusion|cool))"
                    + "|humalog|novolog|novolin|humulin|lantus|levemir|tresiba|toujeo|basaglar|apidra|admelog|fiasp"
                    + "|lyumjev|semglee|rezvoglar|ozempic|wegovy|mounjaro|zepbound|trulicity|victoza|saxenda|byetta"
                    + "|bydureon|rybelsus|symlin|glucagon|baqsimi|gvoke|metformin|januvia|jardiance|farxiga|albuterol"
                    + "|oxycodone|hydrocodone|prescription|medicare|medicaid)\\b");

    private ExcludedGoods() {}

    /** Whether goods of this name are never bought. */
    public static boolean names(String item) {
        return DRUG.matcher(item).find();
    }
}
