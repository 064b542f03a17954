import java.io.FileInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints for each PDF whether veraPDF finds it to be PDF/UA-1 and PDF/A-2a, and what it finds against that. */
class StandardsOf {
    public static void main(String[] paths) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : paths) {
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(path), flavour)) {
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
                    ValidationResult result = validator.validate(parser);
                    System.out.println(flavour.getId() + " " + (result.isCompliant() ? "accepted" : "refused"));
                    for (TestAssertion found : result.getTestAssertions()) {
                        System.out.println("  " + found.getRuleId().getClause() + " " + found.getMessage());
                    }
                }
            }
        }
    }
}
