package io.rapporteur.identity.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapporteur.events.AccountCard;
import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.Holder;
import io.rapporteur.identity.account.Invitation;
import io.rapporteur.identity.account.Person;
import io.rapporteur.identity.account.PersonKey;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.wire.TrustedRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.Test;

class AccountCardsTest {

  private static final Instant NOW = Instant.parse("2021-03-01T12:00:00Z");

  @Test
  void aPersonComesBackFromTheLogAsItWent() {
    var person =
        new Person(
            Optional.of(new Invitation("hash", NOW, "secretariat", NOW.plusSeconds(60))),
            Optional.of("password"),
            List.of(new PersonKey(3, "blue", "id", "object", List.of("usb"), true, NOW)),
            3,
            List.of("one", "two"));
    var account =
        new Account(
            "eg.1",
            Holder.delegation("eg"),
            "desk",
            Set.of(Duty.EXPERT),
            List.of(),
            0,
            NOW,
            "secretariat",
            4,
            2,
            Optional.empty(),
            Optional.of(person));

    assertThat(AccountCards.account(AccountCards.card(account))).isEqualTo(account);
  }

  /** Written before there were people: without their field, the last of the card. */
  @Test
  void aCardOfAnOlderWriterIsThatOfAClient() throws IOException {
    TrustedRecords.declare();
    Schema now = AccountCard.getClassSchema();
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : now.getFields()) {
      if (!field.name().equals("person")) {
        fields.add(new Schema.Field(field, field.schema()));
      }
    }
    Schema then = Schema.createRecord(now.getName(), "", now.getNamespace(), false, fields);
    GenericRecord card = new GenericData.Record(then);
    card.put("account", "eg.1");
    card.put("name", "desk");
    card.put("duties", List.of("expert"));
    card.put("secrets", List.of());
    card.put("lastSecret", 1);
    card.put("createdAt", NOW.toEpochMilli());
    card.put("createdBy", "secretariat");
    card.put("revision", 1);
    card.put("tokensFrom", 1);
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(then).write(card, encoder);
    encoder.flush();

    AccountCard read =
        new SpecificDatumReader<AccountCard>(then, now)
            .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));

    assertThat(AccountCards.account(read).isOfAPerson()).isFalse();
    assertThat(AccountCards.account(read).createdAt()).isEqualTo(NOW);
  }
}
