package io.rapporteur.aggregation.receipts;

import java.util.List;

/** The receipts of acts that handed in several comments as one. */
public interface HandedIn {

  /** Those of a consultation, in no order. */
  List<RegisteredReceipt> in(String consultation);
}
