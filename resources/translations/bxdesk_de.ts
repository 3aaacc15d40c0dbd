<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>bxdesk</name>
        <message>
            <location filename="bxdesk/accounts/connections.py" />
            <source>The list of connections</source>
            <translation>Die Liste der Verbindungen</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Another program, or another sign-in, uses it already.</source>
            <translation>Ein anderes Programm oder eine andere Anmeldung verwendet ihn bereits.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Close the other program, or choose another port: the same one must stand in the redirect address of the app's card and here.</source>
            <translation>Schließen Sie das andere Programm oder wählen Sie einen anderen Port: In der Weiterleitungsadresse der Karte der App und hier muss derselbe stehen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Not understood</source>
            <translation>Nicht verstanden</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Nothing here</source>
            <translation>Hier ist nichts</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Port {port} of this computer cannot be used.</source>
            <translation>Port {port} dieses Computers kann nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>The system says: {reason}.</source>
            <translation>Das System meldet: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>This is not a request bxdesk answers.</source>
            <translation>Auf diese Anfrage antwortet bxdesk nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>bxdesk waits for a sign-in at another address.</source>
            <translation>bxdesk wartet unter einer anderen Adresse auf eine Anmeldung.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/redirect.py" />
            <source>Use the one in the app's card, as in http://127.0.0.1:8917/callback.</source>
            <translation>Verwenden Sie die aus der Karte der App, z. B. http://127.0.0.1:8917/callback.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/redirect.py" />
            <source>“{address}” is not a redirect address.</source>
            <translation>„{address}“ ist keine Weiterleitungsadresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>It said: {reason}.</source>
            <translation>Es meldete: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Sign in again and press Allow.</source>
            <translation>Melden Sie sich erneut an und klicken Sie auf „Zulassen“.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>The portal did not allow the sign-in.</source>
            <translation>Das Portal hat die Anmeldung nicht zugelassen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It does not answer.</source>
            <translation>Er antwortet nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It does not keep what is stored in it.</source>
            <translation>Er behält nicht, was darin gespeichert wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It is locked.</source>
            <translation>Er ist gesperrt.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>The portal's keys are too long for it.</source>
            <translation>Die Schlüssel des Portals sind zu lang für ihn.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>There is none in this session.</source>
            <translation>In dieser Sitzung gibt es keinen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Unlock or install a keyring and try again. In the window you may also go on for this session only.</source>
            <translation>Entsperren oder installieren Sie einen Schlüsselbund und versuchen Sie es erneut. Im Fenster können Sie auch nur für diese Sitzung fortfahren.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Waiting for your system's keyring. It may ask for a password…</source>
            <translation>Warten auf den Schlüsselbund Ihres Systems. Möglicherweise fragt er nach einem Passwort…</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Your system's keyring cannot be used.</source>
            <translation>Der Schlüsselbund Ihres Systems kann nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>{name} would store secrets in plain text.</source>
            <translation>{name} würde Geheimnisse im Klartext speichern.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sessions.py" />
            <source>Sign in again.</source>
            <translation>Melden Sie sich erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sessions.py" />
            <source>The keyring holds no key for it.</source>
            <translation>Der Schlüsselbund enthält dafür keinen Schlüssel.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sessions.py" />
            <source>You are not signed in to {portal}.</source>
            <translation>Sie sind bei {portal} nicht angemeldet.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Already signed in</source>
            <translation>Bereits angemeldet</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Another portal answered: {portal}.</source>
            <translation>Ein anderes Portal hat geantwortet: {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Check the address, and sign in with the one that the portal really has.</source>
            <translation>Prüfen Sie die Adresse und melden Sie sich mit der tatsächlichen Adresse des Portals an.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Copy it from the app's card on the portal.</source>
            <translation>Kopieren Sie den Wert aus der Karte der App auf dem Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Look at the page in the browser. Check that the redirect address in the app's card is the one used here, then sign in again.</source>
            <translation>Sehen Sie sich die Seite im Browser an. Prüfen Sie, ob die Weiterleitungsadresse in der Karte der App mit der hier verwendeten übereinstimmt, und melden Sie sich dann erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>No answer came back from the browser.</source>
            <translation>Vom Browser kam keine Antwort.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The browser's answer would not come here.</source>
            <translation>Die Antwort des Browsers käme hier nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The redirect address is not on this computer: {address}</source>
            <translation>Die Weiterleitungsadresse liegt nicht auf diesem Computer: {address}</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>There is no {name}.</source>
            <translation>{name} fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>This answer was used already. Close this tab.</source>
            <translation>Diese Antwort wurde bereits verwendet. Schließen Sie diesen Tab.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Use http://127.0.0.1:8917/callback in the app's card and here, or paste the answer.</source>
            <translation>Verwenden Sie http://127.0.0.1:8917/callback in der Karte der App und hier oder fügen Sie die Antwort ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>When a sign-in is refused, the portal says so on its own page and sends nothing back.</source>
            <translation>Wird eine Anmeldung abgelehnt, zeigt das Portal das auf seiner eigenen Seite an und sendet nichts zurück.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>You are signed in</source>
            <translation>Sie sind angemeldet</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>You asked for {portal}.</source>
            <translation>Angefragt haben Sie {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>bxdesk is connected. You may close this tab.</source>
            <translation>bxdesk ist verbunden. Sie können diesen Tab schließen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>client ID</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>client secret</source>
            <translation>Client-Secret</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>{explanation} {hint}</source>
            <translation>{explanation} {hint}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>It is not known whether the portal did this.</source>
            <translation>Es ist nicht bekannt, ob das Portal dies ausgeführt hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Putting back what stood there before…</source>
            <translation>Der vorherige Stand wird wiederhergestellt…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Reading back what stands on the portal…</source>
            <translation>Der Stand auf dem Portal wird zurückgelesen…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Refresh to see what stands there now.</source>
            <translation>Aktualisieren Sie, um den jetzigen Stand zu sehen.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Sending changes to {host}…</source>
            <translation>Änderungen werden an {host} gesendet…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>The connection was lost before it could be read back.</source>
            <translation>Die Verbindung ging verloren, bevor der Stand zurückgelesen werden konnte.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Waiting {seconds} s before trying the rest again…</source>
            <translation>Noch {seconds} s bis zum nächsten Versuch mit dem Rest…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/closing.py" />
            <source>A part of this stands half-way.</source>
            <translation>Ein Teil davon ist nur halb ausgeführt.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/closing.py" />
            <source>Apply again when the cause is cured: what stands half-way is settled first.</source>
            <translation>Wenden Sie die Änderungen erneut an, sobald die Ursache behoben ist: Halb Ausgeführtes wird zuerst geklärt.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/closing.py" />
            <source>It could be neither done nor put back. What stood there before is kept in the journal.</source>
            <translation>Er konnte weder ausgeführt noch zurückgesetzt werden. Der vorherige Stand ist im Journal festgehalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>No more was sent. Make room on the disk, then apply again: what was begun is settled first.</source>
            <translation>Weiteres wurde nicht gesendet. Schaffen Sie Platz auf dem Datenträger und wenden Sie die Änderungen erneut an: Begonnenes wird zuerst geklärt.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>Nothing was sent. Check that the folder can be written and that the disk has room.</source>
            <translation>Es wurde nichts gesendet. Prüfen Sie, ob der Ordner beschreibbar ist und auf dem Datenträger genug Platz ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>Nothing was sent. Check the folder and who may read it.</source>
            <translation>Es wurde nichts gesendet. Prüfen Sie den Ordner und die Leserechte.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>The folder of what was applied cannot be read: {path}</source>
            <translation>Der Ordner mit den angewendeten Änderungen kann nicht gelesen werden: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>What is being changed can no longer be written down: {path}</source>
            <translation>Die laufenden Änderungen können nicht mehr aufgezeichnet werden: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>What is to be changed cannot be written down first: {path}</source>
            <translation>Die geplanten Änderungen können nicht vorab aufgezeichnet werden: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/past.py" />
            <source>Open the history again.</source>
            <translation>Öffnen Sie den Verlauf erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/past.py" />
            <source>This is no longer in the history.</source>
            <translation>Dies ist nicht mehr im Verlauf vorhanden.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>It has version {version}; this bxdesk reads version {known}.</source>
            <translation>Es hat Version {version}; dieses bxdesk liest Version {known}.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>It was left as it is, and holds nothing up. Look at it, then move it away.</source>
            <translation>Es wurde unverändert gelassen und blockiert nichts. Sehen Sie es sich an und verschieben Sie es dann.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>It was left as it is. Use the newer bxdesk to settle or take back what it holds.</source>
            <translation>Es wurde unverändert gelassen. Verwenden Sie das neuere bxdesk, um den Inhalt zu klären oder zurückzunehmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>Its first line is incomplete.</source>
            <translation>Die erste Zeile ist unvollständig.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>Its first line is not what bxdesk writes there.</source>
            <translation>Die erste Zeile entspricht nicht dem, was bxdesk dort schreibt.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>Its name is not that of a journal.</source>
            <translation>Sein Name ist nicht der eines Journals.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>The journal {path} is damaged.</source>
            <translation>Das Journal {path} ist beschädigt.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>The journal {path} was written by a newer bxdesk.</source>
            <translation>Das Journal {path} wurde von einer neueren Version von bxdesk geschrieben.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/settling.py" />
            <source>Comparing what was cut off with what stands on {host}…</source>
            <translation>Das Abgebrochene wird mit dem Stand auf {host} verglichen…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/turn.py" />
            <source>Waiting: another bxdesk is changing {host}…</source>
            <translation>Warten: Ein anderes bxdesk ändert gerade {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/work.py" />
            <source>An earlier apply to {host} was cut off.</source>
            <translation>Ein früheres Anwenden auf {host} wurde abgebrochen.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/work.py" />
            <source>Finish it, or put back what stood there before.</source>
            <translation>Schließen Sie es ab oder stellen Sie den vorherigen Stand wieder her.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/work.py" />
            <source>What it left half-way must be settled before anything else is changed there.</source>
            <translation>Was dabei halb ausgeführt blieb, muss geklärt werden, bevor dort etwas anderes geändert wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>A sign-in is running already.</source>
            <translation>Es läuft bereits eine Anmeldung.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>Copy the secret from the app's card on the portal.</source>
            <translation>Kopieren Sie das Secret aus der Karte der App auf dem Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>Finish it in the browser, or cancel it first.</source>
            <translation>Schließen Sie sie im Browser ab oder brechen Sie sie zuerst ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>Remove the item “bxdesk” for this portal in your system's keyring program.</source>
            <translation>Entfernen Sie im Schlüsselbundprogramm Ihres Systems den Eintrag „bxdesk“ für dieses Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>The client secret for {portal} is no longer kept.</source>
            <translation>Das Client-Secret für {portal} ist nicht mehr gespeichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>The keyring could not be reached.</source>
            <translation>Der Schlüsselbund war nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>{portal} was removed here, but its key may still be in your keyring.</source>
            <translation>{portal} wurde hier entfernt, der Schlüssel befindet sich aber möglicherweise noch in Ihrem Schlüsselbund.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>You stopped this.</source>
            <translation>Sie haben den Vorgang abgebrochen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>&amp;Add</source>
            <translation>&amp;Hinzufügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>A type ID is a whole number, such as 183.</source>
            <translation>Eine Typ-ID ist eine ganze Zahl, z. B. 183.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>Add a custom type</source>
            <translation>Benutzerdefinierten Typ hinzufügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>The number in the type's address on the portal: …/crm/type/183/… (its entityTypeId).</source>
            <translation>Die Nummer in der Adresse des Typs auf dem Portal: …/crm/type/183/… (seine entityTypeId).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>Type &amp;ID</source>
            <translation>Typ-&amp;ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>Type ID</source>
            <translation>Typ-ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>&amp;What to do</source>
            <translation>&amp;Was tun?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>Next problem</source>
            <translation>Nächstes Problem</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>Previous problem</source>
            <translation>Vorheriges Problem</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>{at} of {all}</source>
            <translation>{at} von {all}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>For</source>
            <translation>Für</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>Handler</source>
            <translation>Handler</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>Languages</source>
            <translation>Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>Placement</source>
            <translation>Platzierung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;Copy as a layout</source>
            <translation>Als &amp;Layout kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;Leave as it is</source>
            <translation>&amp;Unverändert lassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;Move to the current handler</source>
            <translation>Zum aktuellen Handler &amp;verschieben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;Remove</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;With the selected</source>
            <translation>Mit den &amp;Ausgewählten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;With the selected ({n})</source>
            <translation>Mit den &amp;Ausgewählten ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>All widgets of this app</source>
            <translation>Alle Widgets dieser App</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>All widgets of this app ({n})</source>
            <translation>Alle Widgets dieser App ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>Change the &amp;address…</source>
            <translation>A&amp;dresse ändern…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>Find a widget</source>
            <translation>Widget suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>This app has no widget on the portal yet.</source>
            <translation>Diese App hat noch kein Widget auf dem Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>With the selected</source>
            <translation>Mit den Ausgewählten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>{n} widget stays: its place cannot be bound at the moment.</source>
            <translation>{n} Widget bleibt: Seine Platzierung kann derzeit nicht eingebunden werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>{n} widgets stay: their places cannot be bound at the moment.</source>
            <translation>{n} Widgets bleiben: Ihre Platzierungen können derzeit nicht eingebunden werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>Everybody</source>
            <translation>Alle</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>User {id}</source>
            <translation>Nutzer {id}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>moves to the current handler</source>
            <translation>wechselt zum aktuellen Handler</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>moves to {address}</source>
            <translation>wechselt zu {address}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>to remove</source>
            <translation>wird entfernt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>to replace</source>
            <translation>wird ersetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>&amp;Open that page</source>
            <translation>Diese Seite &amp;öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>&amp;Redirect address</source>
            <translation>&amp;Weiterleitungsadresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Add a local application on the portal (Developer resources → Other → Local application), or open the card of the one that is there, and fill it in like this:</source>
            <translation>Fügen Sie auf dem Portal eine lokale Anwendung hinzu (Entwicklerressourcen → Sonstiges → Lokale Anwendung) oder öffnen Sie die Karte der vorhandenen und füllen Sie sie so aus:</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>CRM: timelines, cards, lists</source>
            <translation>CRM: Timelines, Karten, Listen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Contact Center</source>
            <translation>Contact Center</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Copy the redirect address</source>
            <translation>Weiterleitungsadresse kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Enter the portal's address first.</source>
            <translation>Geben Sie zuerst die Adresse des Portals ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Install path</source>
            <translation>Installationspfad</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Permissions</source>
            <translation>Berechtigungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Redirect address</source>
            <translation>Weiterleitungsadresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Server, with “Script only (no user interface)” ticked</source>
            <translation>Server, mit aktivierter Option „Nur Skript (ohne Benutzeroberfläche)“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Tasks</source>
            <translation>Aufgaben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Telephony</source>
            <translation>Telefonie</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Tick in the card: {permissions}</source>
            <translation>In der Karte aktivieren: {permissions}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Type</source>
            <translation>Typ</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>User profiles</source>
            <translation>Nutzerprofile</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Workgroups</source>
            <translation>Arbeitsgruppen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>leave it empty</source>
            <translation>leer lassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>none: paste the code</source>
            <translation>keine: Code einfügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>&amp;Sign in</source>
            <translation>An&amp;melden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>Connect a portal</source>
            <translation>Portal verbinden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>Sign in again to {portal}</source>
            <translation>Erneut bei {portal} anmelden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>Stopping…</source>
            <translation>Wird abgebrochen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>&amp;Portal</source>
            <translation>&amp;Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>1  The portal</source>
            <translation>1  Das Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>2  The local application on the portal</source>
            <translation>2  Die lokale Anwendung auf dem Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>3  The keys from the saved card</source>
            <translation>3  Die Schlüssel aus der gespeicherten Karte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>A&amp;dvanced</source>
            <translation>&amp;Erweitert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Authori&amp;zation server</source>
            <translation>Au&amp;torisierungsserver</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Authorization server</source>
            <translation>Autorisierungsserver</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Client &amp;ID</source>
            <translation>Client-&amp;ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Client ID</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Client s&amp;ecret</source>
            <translation>Client-&amp;Secret</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Client secret</source>
            <translation>Client-Secret</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Enter the client ID from the card.</source>
            <translation>Geben Sie die Client-ID aus der Karte ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Enter the client secret from the card.</source>
            <translation>Geben Sie das Client-Secret aus der Karte ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Enter the portal's address, such as acme.bitrix24.com.</source>
            <translation>Geben Sie die Adresse des Portals ein, z. B. acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Only for a portal on your own server that has one of its own.</source>
            <translation>Nur für ein Portal auf einem eigenen Server, das einen eigenen hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Portal</source>
            <translation>Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Put this address into the card on the portal as well and save the card, then sign in.</source>
            <translation>Tragen Sie diese Adresse auch in die Karte auf dem Portal ein, speichern Sie die Karte und melden Sie sich dann an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>This is a webhook's address. Only the portal's name is taken from it: a webhook cannot place widgets, a local application can. The rest of the address is a secret, like a password.</source>
            <translation>Dies ist die Adresse eines Webhooks. Daraus wird nur der Name des Portals übernommen: Ein Webhook kann keine Widgets platzieren, eine lokale Anwendung schon. Der Rest der Adresse ist geheim wie ein Passwort.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>automatic</source>
            <translation>automatisch</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>kept in your keyring: leave it empty</source>
            <translation>in Ihrem Schlüsselbund gespeichert: leer lassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_step.py" />
            <source>folded</source>
            <translation>zugeklappt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_step.py" />
            <source>unfolded</source>
            <translation>aufgeklappt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_trouble.py" />
            <source>&amp;Try again</source>
            <translation>&amp;Erneut versuchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_trouble.py" />
            <source>Continue for this &amp;session only</source>
            <translation>Nur für diese &amp;Sitzung fortfahren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_trouble.py" />
            <source>For this session only means: the keys are forgotten when bxdesk is closed.</source>
            <translation>Nur für diese Sitzung bedeutet: Die Schlüssel werden beim Schließen von bxdesk vergessen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_trouble.py" />
            <source>Port {port} is free. It has to be changed in the card as well.</source>
            <translation>Port {port} ist frei. Er muss auch in der Karte geändert werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_trouble.py" />
            <source>Use &amp;port {port}</source>
            <translation>&amp;Port {port} verwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>&amp;Open again</source>
            <translation>Erneut &amp;öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>&amp;Paste</source>
            <translation>&amp;Einfügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>&amp;Use</source>
            <translation>&amp;Verwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Address to open in the browser</source>
            <translation>Im Browser zu öffnende Adresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Answer from the browser</source>
            <translation>Antwort des Browsers</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Copy &amp;link</source>
            <translation>&amp;Link kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Getting ready…</source>
            <translation>Wird vorbereitet…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Handed over. A code is good for {seconds} seconds more.</source>
            <translation>Übergeben. Ein Code gilt noch {seconds} Sekunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>If the browser ends on a page that does not open, or shows a code, paste it here at once: a code is good for 30 seconds.</source>
            <translation>Wenn der Browser auf einer Seite landet, die sich nicht öffnet, oder einen Code anzeigt, fügen Sie dies sofort hier ein: Ein Code gilt 30 Sekunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>No browser opened. Open this address yourself; {time} left.</source>
            <translation>Es wurde kein Browser geöffnet. Öffnen Sie diese Adresse selbst; noch {time}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Take the answer from the clip&amp;board by itself</source>
            <translation>Antwort automatisch aus der &amp;Zwischenablage übernehmen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>The whole address the browser ended at, the code it shows, or the POST a handler received</source>
            <translation>Die vollständige Adresse, bei der der Browser gelandet ist, der angezeigte Code oder der von einem Handler empfangene POST</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>There is no text in the clipboard.</source>
            <translation>Die Zwischenablage enthält keinen Text.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Thirty seconds are over. If nothing happens, open the link again for a new code.</source>
            <translation>Dreißig Sekunden sind vorbei. Wenn nichts geschieht, öffnen Sie den Link erneut, um einen neuen Code zu erhalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Waiting for the browser</source>
            <translation>Warten auf den Browser</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Waiting for the browser: confirm there that bxdesk may use the portal. {time} left.</source>
            <translation>Warten auf den Browser: Bestätigen Sie dort, dass bxdesk das Portal verwenden darf. Noch {time}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>While this dialog waits, and only texts that look like an answer. Nothing else is read.</source>
            <translation>Nur solange dieser Dialog wartet und nur Texte, die wie eine Antwort aussehen. Sonst wird nichts gelesen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor_panel.py" />
            <source>&amp;Handler address</source>
            <translation>&amp;Handler-Adresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor_panel.py" />
            <source>Handler address</source>
            <translation>Handler-Adresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor_panel.py" />
            <source>Handlers that are bound already</source>
            <translation>Bereits eingebundene Handler</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor_panel.py" />
            <source>The page that answers inside the widget's frame.</source>
            <translation>Die Seite, die im Frame des Widgets antwortet.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/faults.py" />
            <source>Something unexpected went wrong inside bxdesk ({kind}).</source>
            <translation>In bxdesk ist ein unerwarteter Fehler aufgetreten ({kind}).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/faults.py" />
            <source>This is a fault of the program, not of yours. The log tells more.</source>
            <translation>Dies ist ein Fehler des Programms, nicht Ihrer. Das Protokoll enthält mehr dazu.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/faults.py" />
            <source>Try again. If it comes back, restart bxdesk and report it.</source>
            <translation>Versuchen Sie es erneut. Tritt der Fehler wieder auf, starten Sie bxdesk neu und melden Sie ihn.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/group_summary.py" />
            <source>{bound} of {all} bound</source>
            <translation>{bound} von {all} eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/half_way_model.py" />
            <source>What stands there now</source>
            <translation>Jetziger Stand</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/half_way_model.py" />
            <source>changed by somebody else; it is left alone</source>
            <translation>von jemand anderem geändert; bleibt unangetastet</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/half_way_model.py" />
            <source>done</source>
            <translation>ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/half_way_model.py" />
            <source>half done</source>
            <translation>halb ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/half_way_model.py" />
            <source>not done: what stood there before</source>
            <translation>nicht ausgeführt: vorheriger Stand</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>&amp;Close</source>
            <translation>S&amp;chließen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>&amp;Undo…</source>
            <translation>&amp;Rückgängig machen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>All &amp;portals</source>
            <translation>Alle &amp;Portale</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>Looking at what stands there now…</source>
            <translation>Der jetzige Stand wird geprüft…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>Nothing was applied yet.</source>
            <translation>Es wurde noch nichts angewendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>Steps of the chosen entry</source>
            <translation>Schritte des ausgewählten Eintrags</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>Switch to that portal first.</source>
            <translation>Wechseln Sie zuerst zu diesem Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>There is nothing of it left to take back.</source>
            <translation>Davon ist nichts mehr zurückzunehmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>What was applied</source>
            <translation>Was angewendet wurde</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_model.py" />
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_model.py" />
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_model.py" />
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_model.py" />
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>Undo: {steps}</source>
            <translation>Rückgängig: {steps}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>cut off, finished later</source>
            <translation>abgebrochen, später abgeschlossen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>cut off, left as it stood</source>
            <translation>abgebrochen, so belassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>cut off, or still under way</source>
            <translation>abgebrochen oder noch im Gange</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>cut off, put back</source>
            <translation>abgebrochen, zurückgesetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>taken back</source>
            <translation>zurückgenommen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>{n} done</source>
            <translation>{n} ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>{n} failed</source>
            <translation>{n} fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>{n} not carried out</source>
            <translation>{n} nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/leftovers.py" />
            <source>An apply of one change was cut off here before its end.</source>
            <translation>Das Anwenden einer Änderung wurde hier vorzeitig abgebrochen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/leftovers.py" />
            <source>An apply of {count} changes was cut off here before its end.</source>
            <translation>Das Anwenden von {count} Änderungen wurde hier vorzeitig abgebrochen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/leftovers.py" />
            <source>Look at what stands there, then finish it or put everything back.</source>
            <translation>Sehen Sie sich den jetzigen Stand an und schließen Sie dann ab oder setzen Sie alles zurück.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/leftovers.py" />
            <source>Nothing else can be applied to this portal before this is settled.</source>
            <translation>Auf dieses Portal kann nichts anderes angewendet werden, bevor dies geklärt ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>&amp;Add to the plan</source>
            <translation>Zum Plan &amp;hinzufügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>Addresses that &amp;begin with</source>
            <translation>Adressen, die &amp;beginnen mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>Addresses that begin with</source>
            <translation>Adressen, die beginnen mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>Change the address</source>
            <translation>Adresse ändern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>From then on</source>
            <translation>Künftig</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>New addresses</source>
            <translation>Neue Adressen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>Nothing would change.</source>
            <translation>Es würde sich nichts ändern.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>begin &amp;from now on with</source>
            <translation>beginnen &amp;künftig mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>begin from now on with</source>
            <translation>beginnen künftig mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>stays: {why}</source>
            <translation>bleibt: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>{address} (is there already; this one goes)</source>
            <translation>{address} (bereits vorhanden; dieses entfällt)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>{n} widget gets another address.</source>
            <translation>{n} Widget erhält eine andere Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>{n} widgets get another address.</source>
            <translation>{n} Widgets erhalten eine andere Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/option_fields.py" />
            <source>As it is</source>
            <translation>Unverändert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/option_fields.py" />
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/option_fields.py" />
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/options_editor.py" />
            <source>O&amp;ptions</source>
            <translation>O&amp;ptionen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/options_editor.py" />
            <source>Only for the user with the ID</source>
            <translation>Nur für den Nutzer mit der ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/options_editor.py" />
            <source>{option}</source>
            <translation>{option}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/options_editor.py" />
            <source>{option} (required)</source>
            <translation>{option} (erforderlich)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_model.py" />
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_panel.py" />
            <source>Find a placement</source>
            <translation>Platzierung suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_panel.py" />
            <source>Find a placement by name, code, type or number</source>
            <translation>Platzierung nach Name, Code, Typ oder Nummer suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_panel.py" />
            <source>No placement matches “{text}”.</source>
            <translation>Keine Platzierung entspricht „{text}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_panel.py" />
            <source>Tick where the widget should be. Select a row to read more about it.</source>
            <translation>Aktivieren Sie, wo das Widget erscheinen soll. Wählen Sie eine Zeile aus, um mehr darüber zu lesen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>Add a type ID…</source>
            <translation>Typ-ID hinzufügen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>Custom types</source>
            <translation>Benutzerdefinierte Typen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>More placements ({n})</source>
            <translation>Weitere Platzierungen ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>Other placements</source>
            <translation>Andere Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>Type {number}</source>
            <translation>Typ {number}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>{title} ({number})</source>
            <translation>{title} ({number})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_tree.py" />
            <source>&amp;Keep its own texts</source>
            <translation>Eigene Texte &amp;behalten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_tree.py" />
            <source>Placements</source>
            <translation>Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>D&amp;iscard</source>
            <translation>&amp;Verwerfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>Forget every tick that was not applied</source>
            <translation>Alle nicht angewendeten Häkchen verwerfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>Re&amp;view and apply…</source>
            <translation>&amp;Prüfen und anwenden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>Review and apply</source>
            <translation>Prüfen und anwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>{plan}. First: {problem}</source>
            <translation>{plan}. Zuerst: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Change</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Done</source>
            <translation>Ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Failed: {why}</source>
            <translation>Fehlgeschlagen: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Not carried out</source>
            <translation>Nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source> and read back.</source>
            <translation> und zurückgelesen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>, but could not be read back.</source>
            <translation>, aber das Zurücklesen ist fehlgeschlagen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>All {n} changes are done</source>
            <translation>Alle {n} Änderungen sind ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Bind “{title}” to {place}</source>
            <translation>„{title}“ in {place} einbinden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Description</source>
            <translation>Beschreibung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Description: “{text}”</source>
            <translation>Beschreibung: „{text}“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>For user</source>
            <translation>Für Nutzer</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Nothing to change</source>
            <translation>Nichts zu ändern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Option</source>
            <translation>Option</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Remove “{title}” from {place}</source>
            <translation>„{title}“ aus {place} entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Replace the texts at {place}</source>
            <translation>Texte in {place} ersetzen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>The change is done</source>
            <translation>Die Änderung ist ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} change is done</source>
            <translation>{n} Änderung ist ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} changes are done</source>
            <translation>{n} Änderungen sind ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} to bind</source>
            <translation>{n} einzubinden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} to replace</source>
            <translation>{n} zu ersetzen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} to unbind</source>
            <translation>{n} zu entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} was not carried out</source>
            <translation>{n} wurde nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} were not carried out</source>
            <translation>{n} wurden nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{what}: {before} → {after}</source>
            <translation>{what}: {before} → {after}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/preview.py" />
            <source>Where people will see it</source>
            <translation>Wo es zu sehen sein wird</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/preview.py" />
            <source>Your widget</source>
            <translation>Ihr Widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/preview.py" />
            <source>{place}: “{title}”</source>
            <translation>{place}: „{title}“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/rename_dialog.py" />
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/rename_dialog.py" />
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/rename_dialog.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/rename_dialog.py" />
            <source>Only bxdesk uses it. Left empty, the portal goes by its address.</source>
            <translation>Nur bxdesk verwendet ihn. Bleibt er leer, wird das Portal mit seiner Adresse angezeigt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/rename_dialog.py" />
            <source>Rename {portal}</source>
            <translation>{portal} umbenennen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>&amp;Apply</source>
            <translation>An&amp;wenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>&amp;Stop</source>
            <translation>An&amp;halten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>&amp;Try again…</source>
            <translation>&amp;Erneut versuchen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Apply</source>
            <translation>Anwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Review the changes on {portal}</source>
            <translation>Änderungen auf {portal} prüfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Sending…</source>
            <translation>Wird gesendet…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Sign &amp;in again…</source>
            <translation>Erneut an&amp;melden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Stopped. The portal is read again to see what was done.</source>
            <translation>Angehalten. Das Portal wird erneut gelesen, um zu sehen, was ausgeführt wurde.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Stopping after the changes that are on their way…</source>
            <translation>Wird nach den bereits gesendeten Änderungen angehalten…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>There is nothing to take back.</source>
            <translation>Es gibt nichts zurückzunehmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Undo on {portal}</source>
            <translation>Rückgängig machen auf {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>{done} of {total}: {what}</source>
            <translation>{done} von {total}: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_notes.py" />
            <source>{n} more are left alone for the same reason.</source>
            <translation>{n} weitere bleiben aus demselben Grund unangetastet.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>&amp;Theme</source>
            <translation>&amp;Design</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Address of the proxy</source>
            <translation>Adresse des Proxys</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Ask &amp;again</source>
            <translation>&amp;Erneut abfragen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Asking…</source>
            <translation>Wird abgefragt…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Certificates</source>
            <translation>Zertifikate</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Directly</source>
            <translation>Direkt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Enter the proxy's address, such as http://proxy.example.com:3128.</source>
            <translation>Geben Sie die Adresse des Proxys ein, z. B. http://proxy.example.com:3128.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>P&amp;roxy</source>
            <translation>P&amp;roxy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Secrets are kept in</source>
            <translation>Speicherort der Geheimnisse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Theme</source>
            <translation>Design</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Through this proxy</source>
            <translation>Über diesen Proxy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>checked against the system's store, always</source>
            <translation>immer anhand des Systemspeichers geprüft</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>holds from the next start on</source>
            <translation>gilt ab dem nächsten Start</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/sign_out_dialog.py" />
            <source>&amp;Sign out</source>
            <translation>Ab&amp;melden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/sign_out_dialog.py" />
            <source>Sign out</source>
            <translation>Abmelden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/sign_out_dialog.py" />
            <source>Sign out of {portal}?</source>
            <translation>Von {portal} abmelden?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/sign_out_dialog.py" />
            <source>bxdesk forgets the keys and the session. The widgets on the portal stay as they are.</source>
            <translation>bxdesk vergisst die Schlüssel und die Sitzung. Die Widgets auf dem Portal bleiben unverändert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>&amp;Connect a portal…</source>
            <translation>Portal &amp;verbinden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Go on for this &amp;session only…</source>
            <translation>Nur für diese &amp;Sitzung fortfahren…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Opening…</source>
            <translation>Wird geöffnet…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Placements, bindings, custom types and permissions, in one request.</source>
            <translation>Platzierungen, Einbindungen, benutzerdefinierte Typen und Berechtigungen in einer Anfrage.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Put your widgets into Bitrix24</source>
            <translation>Bringen Sie Ihre Widgets in Bitrix24</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Reading {portal}…</source>
            <translation>{portal} wird gelesen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Sign in &amp;again…</source>
            <translation>&amp;Erneut anmelden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Sign in anew; the keys are forgotten when bxdesk is closed.</source>
            <translation>Melden Sie sich neu an; die Schlüssel werden beim Schließen von bxdesk vergessen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Working</source>
            <translation>In Arbeit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>bxdesk shows where your application appears in a portal: buttons above the timeline of leads, deals and custom types, the Contact Center tile. Tick where it should be, look at what will change, and apply.</source>
            <translation>bxdesk zeigt, wo Ihre Anwendung in einem Portal erscheint: Schaltflächen über der Timeline von Leads, Aufträgen und benutzerdefinierten Typen, die Kachel im Contact Center. Aktivieren Sie, wo sie erscheinen soll, sehen Sie sich an, was sich ändert, und wenden Sie es an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>{portal} was not read.</source>
            <translation>{portal} wurde nicht gelesen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>Another handler of this app is bound here; see the table. It is left alone.</source>
            <translation>Ein anderer Handler dieser App ist hier eingebunden; siehe Tabelle. Er bleibt unangetastet.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>It keeps its own text: “{title}”.</source>
            <translation>Der eigene Text bleibt erhalten: „{title}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>It says “{title}” there now. Use “Keep its own texts” from the menu to leave it so.</source>
            <translation>Dort steht jetzt „{title}“. Um es so zu lassen, wählen Sie im Menü „Eigene Texte behalten“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>Nothing of this app is bound here.</source>
            <translation>Von dieser App ist hier nichts eingebunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>The binding will be removed.</source>
            <translation>Die Einbindung wird entfernt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>This handler is bound here with these texts.</source>
            <translation>Dieser Handler ist hier mit diesen Texten eingebunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>This handler will be bound here.</source>
            <translation>Dieser Handler wird hier eingebunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>bound</source>
            <translation>eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>bound, own text</source>
            <translation>eingebunden, eigener Text</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>not available: {why}</source>
            <translation>nicht verfügbar: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>not bound</source>
            <translation>nicht eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>other handler</source>
            <translation>anderer Handler</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>other text, to replace</source>
            <translation>anderer Text, wird ersetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>to bind</source>
            <translation>wird eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>to unbind</source>
            <translation>wird entfernt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;Description</source>
            <translation>&amp;Beschreibung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;Group</source>
            <translation>&amp;Gruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;Languages</source>
            <translation>&amp;Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;One text for all languages</source>
            <translation>&amp;Ein Text für alle Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;Own texts ({n} selected)</source>
            <translation>E&amp;igene Texte ({n} ausgewählt)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;Title</source>
            <translation>&amp;Titel</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Give the placements that are selected in the tree texts of their own</source>
            <translation>Den im Baum ausgewählten Platzierungen eigene Texte geben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Language of the texts</source>
            <translation>Sprache der Texte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Languages of the texts</source>
            <translation>Sprachen der Texte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Optional</source>
            <translation>Optional</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Optional: a shared heading</source>
            <translation>Optional: eine gemeinsame Überschrift</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Own texts of the selected ({n})</source>
            <translation>Eigene Texte der ausgewählten ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Say it in several of the portal's languages</source>
            <translation>Texte in mehreren Sprachen des Portals angeben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Texts for all that is ticked</source>
            <translation>Texte für alles Angekreuzte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>The text people see, such as “Send contract”</source>
            <translation>Der sichtbare Text, z. B. „Vertrag senden“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Use the &amp;common texts</source>
            <translation>Ge&amp;meinsame Texte verwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>{language}</source>
            <translation>{language}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>{language} ({id})</source>
            <translation>{language} ({id})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>{language}: the title is missing</source>
            <translation>{language}: Der Titel fehlt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>&amp;Refresh</source>
            <translation>&amp;Aktualisieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Connect a portal…</source>
            <translation>Portal verbinden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Histor&amp;y</source>
            <translation>&amp;Verlauf</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>More about this portal</source>
            <translation>Mehr zu diesem Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>No portal yet</source>
            <translation>Noch kein Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Re&amp;name…</source>
            <translation>&amp;Umbenennen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Read the portal again; your ticks and texts stay</source>
            <translation>Portal neu einlesen; Ihre Häkchen und Texte bleiben erhalten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Reading the portal</source>
            <translation>Portal wird eingelesen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>S&amp;top</source>
            <translation>An&amp;halten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Setti&amp;ngs</source>
            <translation>Einstellu&amp;ngen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Sign &amp;out…</source>
            <translation>Abme&amp;lden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Signed in as {user}</source>
            <translation>Angemeldet als {user}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>not reached</source>
            <translation>nicht erreicht</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>session ended</source>
            <translation>Sitzung beendet</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>{portal} ({state})</source>
            <translation>{portal} ({state})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>&amp;Finish</source>
            <translation>&amp;Fertigstellen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>&amp;Leave it as it stands</source>
            <translation>So &amp;belassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>&amp;Put everything back</source>
            <translation>Alles &amp;zurücksetzen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>An apply did not come to its end</source>
            <translation>Ein Anwenden wurde nicht abgeschlossen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Brings back what stood there before</source>
            <translation>Stellt den vorherigen Zustand wieder her</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Changes nothing, and does not ask again</source>
            <translation>Ändert nichts und fragt nicht erneut</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Cut off on {portal}</source>
            <translation>Auf {portal} abgebrochen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Decide later</source>
            <translation>Später entscheiden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Does what is left of the changes</source>
            <translation>Führt die restlichen Änderungen aus</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Nothing was sent; it is settled as it stands.</source>
            <translation>Es wurde nichts gesendet; der jetzige Stand gilt als erledigt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>What stands half-way</source>
            <translation>Unvollständige Änderungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>{user} began it: {moment}. bxdesk or the connection ended before all was done. This is what stands there now; nothing is changed before you choose.</source>
            <translation>Begonnen von {user}: {moment}. bxdesk oder die Verbindung wurde beendet, bevor alles erledigt war. Unten sehen Sie den jetzigen Stand; bis zu Ihrer Entscheidung wird nichts geändert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>&amp;Look at it…</source>
            <translation>An&amp;sehen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Dismiss</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Sign in again…</source>
            <translation>Erneut anmelden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>bxdesk</source>
            <translation>bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>{portal} — bxdesk</source>
            <translation>{portal} — bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/kept_file.py" />
            <source>Check that the folder can be written and that the disk has room.</source>
            <translation>Prüfen Sie, ob der Ordner beschreibbar ist und der Datenträger genügend Platz hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/kept_file.py" />
            <source>Mend the file or move it away; bxdesk does not overwrite it.</source>
            <translation>Reparieren oder verschieben Sie die Datei; bxdesk überschreibt sie nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/kept_file.py" />
            <source>{name} cannot be read: {path}</source>
            <translation>{name} kann nicht gelesen werden: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/kept_file.py" />
            <source>{name} could not be saved.</source>
            <translation>{name}: Speichern nicht möglich.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>A permission that {code} needs is missing.</source>
            <translation>Eine Berechtigung, die {code} benötigt, fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Choose a type from the list, or create it on the portal and refresh.</source>
            <translation>Wählen Sie einen Typ aus der Liste, oder legen Sie ihn im Portal an und aktualisieren Sie.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Compare it with the codes that “bxdesk status” lists.</source>
            <translation>Vergleichen Sie ihn mit den Codes, die „bxdesk status“ auflistet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Compare the permissions in the app's card with the placement's documentation.</source>
            <translation>Vergleichen Sie die Berechtigungen in der Karte der App mit der Dokumentation der Platzierung.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Open the app's card on the portal, tick this permission, save, and refresh here.</source>
            <translation>Öffnen Sie die Karte der App im Portal, kreuzen Sie diese Berechtigung an, speichern Sie und aktualisieren Sie hier.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Placements that need it stay hidden until the app's card grants it.</source>
            <translation>Platzierungen, die sie benötigen, bleiben ausgeblendet, bis sie in der Karte der App erteilt wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Register the connector from your application.</source>
            <translation>Registrieren Sie den Konnektor aus Ihrer Anwendung heraus.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The app lacks the permission “{permission}”.</source>
            <translation>Der App fehlt die Berechtigung „{permission}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The code is misspelt, or the portal's edition or modules do not have this place.</source>
            <translation>Der Code ist falsch geschrieben, oder diese Stelle fehlt in der Edition oder den Modulen des Portals.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The number in a placement's code is the type's entityTypeId, not its id.</source>
            <translation>Die Nummer im Code einer Platzierung ist die entityTypeId des Typs, nicht seine id.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal does not offer {code}.</source>
            <translation>Das Portal bietet {code} nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal has no custom type with the number {number}.</source>
            <translation>Das Portal hat keinen benutzerdefinierten Typ mit der Nummer {number}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal has this place, but hides it from the app.</source>
            <translation>Das Portal hat diese Stelle, verbirgt sie aber vor der App.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal sets it when a connector is registered (imconnector.register).</source>
            <translation>Das Portal setzt es beim Registrieren eines Konnektors (imconnector.register).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>{code} is not set by binding.</source>
            <translation>{code} wird nicht durch Einbinden gesetzt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>Missing or wrong: {names}.</source>
            <translation>Fehlend oder falsch: {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>Take all fields of the POST request, those of its address included.</source>
            <translation>Übernehmen Sie alle Felder der POST-Anfrage, auch die aus ihrer Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>This is not the call that a portal makes to a handler.</source>
            <translation>Dies ist nicht der Aufruf, den ein Portal an einen Handler sendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Activity</source>
            <translation>Aktivität</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>BI analytics menu</source>
            <translation>BI-Analytik-Menü</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Background worker</source>
            <translation>Hintergrundprozess</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>CRM (crm)</source>
            <translation>CRM (crm)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>CRM timeline button</source>
            <translation>Schaltfläche in der CRM-Timeline</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>CRM, other places</source>
            <translation>CRM, weitere Stellen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Calendar (calendar)</source>
            <translation>Kalender (calendar)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Chat: menu of a message</source>
            <translation>Chat: Menü einer Nachricht</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Chat: navigation</source>
            <translation>Chat: Navigation</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Chat: side panel</source>
            <translation>Chat: Seitenleiste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Chat: under the message field</source>
            <translation>Chat: unter dem Eingabefeld</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Company</source>
            <translation>Unternehmen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Contact Center (contact_center)</source>
            <translation>Contact Center (contact_center)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Contact Center tile</source>
            <translation>Kachel im Contact Center</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Deal</source>
            <translation>Auftrag</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Document button</source>
            <translation>Schaltfläche „Dokument“</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Estimate</source>
            <translation>Angebot</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Invoice</source>
            <translation>Rechnung</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Lead</source>
            <translation>Lead</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Main menu</source>
            <translation>Hauptmenü</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Menu above a list</source>
            <translation>Menü über einer Liste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Menu of a card</source>
            <translation>Menü einer Karte</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Menu of a row in a list</source>
            <translation>Menü einer Listenzeile</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Menu of a timeline record</source>
            <translation>Menü eines Timeline-Eintrags</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Open Channels (imopenlines)</source>
            <translation>Kommunikationskanäle (imopenlines)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Order</source>
            <translation>Bestellung</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Pipelines</source>
            <translation>Pipelines</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Robot designer</source>
            <translation>Designer der Automatisierungsregeln</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Search for company details</source>
            <translation>Suche nach Unternehmensdaten</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Settings of an Open Channel connector</source>
            <translation>Einstellungen eines Konnektors für Kommunikationskanäle</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Tab in a card</source>
            <translation>Tab in einer Karte</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Task: tab and side panel</source>
            <translation>Aufgabe: Tab und Seitenleiste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Tasks (task)</source>
            <translation>Aufgaben (task)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Tasks: menus and panels</source>
            <translation>Aufgaben: Menüs und Leisten</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Telephony (telephony)</source>
            <translation>Telefonie (telephony)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>The app's own address</source>
            <translation>Eigene Adresse der App</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>User profile</source>
            <translation>Benutzerprofil</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Users (user)</source>
            <translation>Benutzer (user)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Widget embedding (placement)</source>
            <translation>Einbetten von Widgets (placement)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Workgroups (sonet_group)</source>
            <translation>Arbeitsgruppen (sonet_group)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>type {number}</source>
            <translation>Typ {number}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>{family}: {object}</source>
            <translation>{family}: {object}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>{permission}</source>
            <translation>{permission}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>It has {length} characters; a portal stores {limit}.</source>
            <translation>Sie hat {length} Zeichen; ein Portal speichert {limit}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse short names such as “{host}”.</source>
            <translation>Portale lehnen Kurznamen wie „{host}“ ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse {scheme} addresses.</source>
            <translation>Portale lehnen {scheme}-Adressen ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The handler address is too long.</source>
            <translation>Die Handler-Adresse ist zu lang.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The handler address must begin with https:// (or http://).</source>
            <translation>Die Handler-Adresse muss mit https:// (oder http://) beginnen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The handler's host must have a dot in it.</source>
            <translation>Der Hostname des Handlers muss einen Punkt enthalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use a shorter address, for example by moving parameters to your server.</source>
            <translation>Verwenden Sie eine kürzere Adresse, indem Sie z. B. Parameter auf Ihren Server verlagern.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use the full name, as in widgets.example.com; for tries on this computer, 127.0.0.1.</source>
            <translation>Verwenden Sie den vollständigen Namen, z. B. widgets.example.com; für Tests auf diesem Computer 127.0.0.1.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Write it as in https://widgets.example.com/bitrix24.</source>
            <translation>Geben Sie sie in dieser Form an: https://widgets.example.com/bitrix24.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Arabic</source>
            <translation>Arabisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Chinese (simplified)</source>
            <translation>Chinesisch (vereinfacht)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Chinese (traditional)</source>
            <translation>Chinesisch (traditionell)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>French</source>
            <translation>Französisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Indonesian</source>
            <translation>Indonesisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Italian</source>
            <translation>Italienisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Japanese</source>
            <translation>Japanisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Kazakh</source>
            <translation>Kasachisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Malay</source>
            <translation>Malaiisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Polish</source>
            <translation>Polnisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Portuguese (Brazil)</source>
            <translation>Portugiesisch (Brasilien)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Russian</source>
            <translation>Russisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Spanish</source>
            <translation>Spanisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Spanish (Latin America)</source>
            <translation>Spanisch (Lateinamerika)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Thai</source>
            <translation>Thailändisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Turkish</source>
            <translation>Türkisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Ukrainian</source>
            <translation>Ukrainisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Vietnamese</source>
            <translation>Vietnamesisch</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>A portal holds one binding of a handler at each placement.</source>
            <translation>Ein Portal erlaubt an jeder Platzierung nur eine Einbindung pro Handler.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>Compare it with the types that “bxdesk status” lists. It also says if you or the app may not see them.</source>
            <translation>Vergleichen Sie ihn mit den Typen, die „bxdesk status“ auflistet. Dort steht auch, ob Sie oder die App sie nicht sehen dürfen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>Name it by its number: {numbers}.</source>
            <translation>Geben Sie ihn über seine Nummer an: {numbers}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>Nothing was sent. Correct the layout and try again.</source>
            <translation>Es wurde nichts gesendet. Korrigieren Sie das Layout und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>Remove one of the two.</source>
            <translation>Entfernen Sie eine der beiden Angaben.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>The layout cannot be used.</source>
            <translation>Das Layout kann nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>The portal has no custom type called “{title}”.</source>
            <translation>Das Portal hat keinen benutzerdefinierten Typ namens „{title}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>The portal has {count} custom types called “{title}”.</source>
            <translation>Das Portal hat {count} benutzerdefinierte Typen namens „{title}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>line {line}: {mistake}</source>
            <translation>Zeile {line}: {mistake}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>{code} with the handler {handler} is wanted twice.</source>
            <translation>{code} mit dem Handler {handler} ist doppelt angegeben.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_export.py" />
            <source>A layout cannot name all that stands there.</source>
            <translation>Ein Layout kann nicht alles wiedergeben, was dort steht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>1 (the version of the format)</source>
            <translation>1 (die Version des Formats)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>A layout file is YAML or JSON that begins with “bxdesk: 1”.</source>
            <translation>Eine Layoutdatei ist YAML oder JSON und beginnt mit „bxdesk: 1“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>This is not a layout file: {reason}.</source>
            <translation>Dies ist keine Layoutdatei: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a list of placement codes</source>
            <translation>eine Liste von Platzierungscodes</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a list of widgets</source>
            <translation>eine Liste von Widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a map of option to text, number or true/false</source>
            <translation>eine Zuordnung von Optionen zu Text, Zahl oder true/false</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a text, or a text for each language</source>
            <translation>ein Text oder ein Text für jede Sprache</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a web address</source>
            <translation>eine Webadresse</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a whole number, 0 or more</source>
            <translation>eine ganze Zahl ab 0</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a widget with its keys</source>
            <translation>ein Widget mit seinen Schlüsseln</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>“{key}” is missing.</source>
            <translation>„{key}“ fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>“{key}” is not a key of a layout.</source>
            <translation>„{key}“ ist kein Schlüssel eines Layouts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>“{key}” must be {expected}.</source>
            <translation>Erwarteter Wert für „{key}“: {expected}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source> in “{language}”</source>
            <translation> in „{language}“</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>A placement's code is empty.</source>
            <translation>Der Code einer Platzierung ist leer.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>The title has no language.</source>
            <translation>Der Titel hat keine Sprache.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>The title{where} is empty.</source>
            <translation>Der Titel{where} ist leer.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>The title{where} is “0”, which a portal takes for none.</source>
            <translation>Der Titel{where} ist „0“, was für ein Portal als leer gilt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>The widget has no “handler”, and neither has the file.</source>
            <translation>Weder das Widget noch die Datei hat einen „handler“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>The {name}{where} has {length} characters; a portal stores {limit}.</source>
            <translation>{name}{where}: {length} Zeichen; ein Portal speichert {limit}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>There is a {name} in “{language}”, but no title.</source>
            <translation>In „{language}“ ist „{name}“ angegeben, aber kein Titel.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>{placement} needs the option “{key}”.</source>
            <translation>{placement} benötigt die Option „{key}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>“user_id” is possible only for {placement}.</source>
            <translation>„user_id“ ist nur bei {placement} möglich.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>“{key}” must be Y or N.</source>
            <translation>„{key}“ muss Y oder N sein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>“{key}” must be a whole number.</source>
            <translation>„{key}“ muss eine ganze Zahl sein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>“{key}” must be whole numbers separated by commas.</source>
            <translation>„{key}“ muss aus ganzen Zahlen bestehen, durch Kommas getrennt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>“{language}” is not a language; it has two letters, as in “en”.</source>
            <translation>„{language}“ ist keine Sprache; eine Sprache hat zwei Buchstaben, z. B. „en“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>People see the same widget twice.</source>
            <translation>Dasselbe Widget wird doppelt angezeigt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>Remove the one that is not needed.</source>
            <translation>Entfernen Sie, was nicht benötigt wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>{address} and {others} are nearly the same.</source>
            <translation>{address} und {others} sind nahezu gleich.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Address that is told of errors</source>
            <translation>Adresse für Fehlermeldungen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Administrators</source>
            <translation>Administratoren</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>All chats</source>
            <translation>Alle Chats</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Also for people from outside (extranet)</source>
            <translation>Auch für externe Benutzer (Extranet)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Aqua</source>
            <translation>Aquamarin</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Azure</source>
            <translation>Azurblau</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Brown</source>
            <translation>Braun</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Built-in interface</source>
            <translation>Integrierte Oberfläche</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>CRM chats</source>
            <translation>CRM-Chats</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Chats it is shown in</source>
            <translation>Chats, in denen es angezeigt wird</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Chats of two</source>
            <translation>Einzelchats</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Colour</source>
            <translation>Farbe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Countries (their numbers)</source>
            <translation>Länder (Nummern)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Dark blue</source>
            <translation>Dunkelblau</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Graphite</source>
            <translation>Graphit</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Gray</source>
            <translation>Grau</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Group chats</source>
            <translation>Gruppenchats</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Height of the frame</source>
            <translation>Höhe des Frames</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Icon name</source>
            <translation>Name des Symbols</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Khaki</source>
            <translation>Khaki</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Light blue</source>
            <translation>Hellblau</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Lime</source>
            <translation>Limette</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Marengo</source>
            <translation>Marengo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Mint</source>
            <translation>Mint</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Open Channels</source>
            <translation>Kommunikationskanäle</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Orange</source>
            <translation>Orange</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>People who see it</source>
            <translation>Personen, die es sehen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Pink</source>
            <translation>Rosa</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Purple</source>
            <translation>Lila</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Sand</source>
            <translation>Sand</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Text of the notice to new users</source>
            <translation>Text des Hinweises für neue Benutzer</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Title of the notice to new users</source>
            <translation>Titel des Hinweises für neue Benutzer</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Width of the frame</source>
            <translation>Breite des Frames</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Workgroups (their numbers)</source>
            <translation>Arbeitsgruppen (Nummern)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>It may have refused a part of it, or somebody else changed it at the same moment.</source>
            <translation>Vielleicht hat es einen Teil abgelehnt, oder jemand anderes hat gleichzeitig etwas geändert.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>Refresh, compare, and apply again.</source>
            <translation>Aktualisieren Sie, vergleichen Sie und wenden Sie die Änderungen erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>The portal took the change, but what stands there now is something else.</source>
            <translation>Das Portal hat die Änderung angenommen, doch jetzt steht dort etwas anderes.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>All pipelines</source>
            <translation>Alle Pipelines</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Analytics menu</source>
            <translation>Analytik-Menü</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Analytics toolbar</source>
            <translation>Analytik-Symbolleiste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Bank details</source>
            <translation>Bankverbindung</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Browser and desktop app</source>
            <translation>Browser und Desktop-App</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Call card</source>
            <translation>Anrufkarte</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Company details</source>
            <translation>Unternehmensdaten</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu above a person's tasks</source>
            <translation>Menü über den Aufgaben einer Person</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu above a workgroup's tasks</source>
            <translation>Menü über den Aufgaben einer Arbeitsgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu of a profile</source>
            <translation>Menü eines Profils</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu of a task in the list</source>
            <translation>Menü einer Aufgabe in der Liste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu of a workgroup</source>
            <translation>Menü einer Arbeitsgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Mobile app</source>
            <translation>Mobile App</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Robots of a workgroup</source>
            <translation>Automatisierungsregeln einer Arbeitsgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Robots of tasks</source>
            <translation>Automatisierungsregeln für Aufgaben</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Search in a card</source>
            <translation>Suche in einer Karte</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Side panel of a task</source>
            <translation>Seitenleiste einer Aufgabe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Tab of a task</source>
            <translation>Tab einer Aufgabe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Tab of a workgroup</source>
            <translation>Tab einer Arbeitsgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Telephony analytics menu</source>
            <translation>Telefonie-Analytik-Menü</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Toolbar of a profile</source>
            <translation>Symbolleiste eines Profils</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Top panel of a task</source>
            <translation>Obere Leiste einer Aufgabe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>A portal wants a title in every language that is named.</source>
            <translation>Ein Portal verlangt einen Titel in jeder angegebenen Sprache.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Choose one of the values that are offered.</source>
            <translation>Wählen Sie einen der angebotenen Werte.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter a whole number.</source>
            <translation>Geben Sie eine ganze Zahl ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter it under Options.</source>
            <translation>Geben Sie sie unter „Optionen“ ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter it, or take the language away.</source>
            <translation>Geben Sie ihn ein, oder entfernen Sie die Sprache.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter the text that people will see.</source>
            <translation>Geben Sie den Text ein, der angezeigt werden soll.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter whole numbers with commas between them, as in 1,2.</source>
            <translation>Geben Sie ganze Zahlen durch Kommas getrennt ein, z. B. 1,2.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Shorten it.</source>
            <translation>Kürzen Sie den Text.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The title in {language} is missing.</source>
            <translation>Der Titel für {language} fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The widget has no title.</source>
            <translation>Das Widget hat keinen Titel.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The {name} in {language} is too long.</source>
            <translation>Zu lang: {name} ({language}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The {name} is too long.</source>
            <translation>Zu lang: {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Use letters, blanks and hyphens, as in fa-paper-plane; 50 characters at most.</source>
            <translation>Verwenden Sie Buchstaben, Leerzeichen und Bindestriche, z. B. fa-paper-plane; höchstens 50 Zeichen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>description</source>
            <translation>Beschreibung</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>{code} needs the option “{option}”.</source>
            <translation>{code} benötigt die Option „{option}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>“{value}” does not fit the option “{option}”.</source>
            <translation>„{value}“ passt nicht zur Option „{option}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/standing.py" />
            <source>It was left alone. Refresh, look at it, and plan again.</source>
            <translation>Es wurde nicht verändert. Aktualisieren Sie, sehen Sie es sich an und planen Sie neu.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/standing.py" />
            <source>Somebody else bound it: “{title}”.</source>
            <translation>Jemand anderes hat es eingebunden: „{title}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/standing.py" />
            <source>Somebody else changed it. {changes}</source>
            <translation>Jemand anderes hat es geändert. {changes}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/standing.py" />
            <source>Somebody else removed it.</source>
            <translation>Jemand anderes hat es entfernt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/standing.py" />
            <source>What stands at {placement} is no longer what the plan was made from.</source>
            <translation>Der Stand bei {placement} entspricht nicht mehr dem, auf dem der Plan beruht.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Enter it as in the browser's address bar: acme.bitrix24.com.</source>
            <translation>Geben Sie sie wie in der Adresszeile des Browsers ein: acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>There is no portal address.</source>
            <translation>Die Adresse des Portals fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Write the address with https://, or without anything before the name.</source>
            <translation>Geben Sie die Adresse mit https:// an, oder ohne etwas vor dem Namen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>bxdesk talks to portals over https only.</source>
            <translation>bxdesk kommuniziert mit Portalen nur über https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>“{given}” is not a web address.</source>
            <translation>„{given}“ ist keine Webadresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>“{given}” is not the address of a portal.</source>
            <translation>„{given}“ ist nicht die Adresse eines Portals.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Add a local application to the portal and sign in with its keys.</source>
            <translation>Fügen Sie dem Portal eine lokale Anwendung hinzu, und melden Sie sich mit deren Schlüsseln an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Add the app to the portal again, then sign in with its new keys.</source>
            <translation>Fügen Sie die App dem Portal erneut hinzu, und melden Sie sich dann mit den neuen Schlüsseln an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>An app may bind this placement only once.</source>
            <translation>Eine App darf an dieser Platzierung nur einmal einbinden.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask an administrator to give you access to the app.</source>
            <translation>Bitten Sie einen Administrator um Zugriff auf die App.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask the portal's owner to change the plan, or to activate a trial of the market.</source>
            <translation>Bitten Sie den Inhaber des Portals, den Tarif zu wechseln oder eine Testversion des Markets zu aktivieren.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask the portal's support to lift the block.</source>
            <translation>Bitten Sie den Support des Portals, die Sperre aufzuheben.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Bind it for everybody.</source>
            <translation>Binden Sie das Widget für alle ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address and your network, then try again.</source>
            <translation>Prüfen Sie die Adresse und Ihr Netzwerk, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address; if it is right, try again in a moment.</source>
            <translation>Prüfen Sie die Adresse; wenn sie stimmt, versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the code and the permissions in the app's card.</source>
            <translation>Prüfen Sie den Code und die Berechtigungen in der Karte der App.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Copy both again from the app's card on the portal.</source>
            <translation>Kopieren Sie beides erneut aus der Karte der App im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Correct the permissions in the app's card.</source>
            <translation>Korrigieren Sie die Berechtigungen in der Karte der App.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Correct what it names, then apply again.</source>
            <translation>Korrigieren Sie, was es nennt, und wenden Sie die Änderungen dann erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>It points to {location}.</source>
            <translation>Es verweist auf {location}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Name it in the options.</source>
            <translation>Geben Sie sie in den Optionen an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Open the app's card on the portal, save it, then sign in again.</source>
            <translation>Öffnen Sie die Karte der App im Portal, speichern Sie sie und melden Sie sich dann erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Open the app's card on the portal, tick the permission, save, and refresh here.</source>
            <translation>Öffnen Sie die Karte der App im Portal, kreuzen Sie die Berechtigung an, speichern Sie und aktualisieren Sie hier.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Refresh to see what it did, then try again.</source>
            <translation>Aktualisieren Sie, um zu sehen, was ausgeführt wurde, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Remove the binding that stands there first.</source>
            <translation>Entfernen Sie zuerst die vorhandene Einbindung.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Renew it on the portal, then try again.</source>
            <translation>Verlängern Sie ihn im Portal, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign in again with the new address.</source>
            <translation>Melden Sie sich mit der neuen Adresse erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign in as an administrator of the portal, or ask one to do this.</source>
            <translation>Melden Sie sich als Administrator des Portals an, oder bitten Sie einen Administrator darum.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign out of it here.</source>
            <translation>Melden Sie sich hier davon ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The address may belong to something else, or a proxy or the portal failed on the way.</source>
            <translation>Vielleicht gehört die Adresse zu etwas anderem, oder ein Proxy oder das Portal hat unterwegs versagt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app asks for a permission the portal does not know.</source>
            <translation>Die App verlangt eine Berechtigung, die das Portal nicht kennt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is closed to you.</source>
            <translation>Sie haben keinen Zugriff auf die App.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is no longer on the portal.</source>
            <translation>Die App ist nicht mehr im Portal vorhanden.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is not installed on the portal.</source>
            <translation>Die App ist im Portal nicht installiert.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app lacks a permission for this.</source>
            <translation>Der App fehlt dafür eine Berechtigung.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The authorization server did not understand the request.</source>
            <translation>Der Autorisierungsserver hat die Anfrage nicht verstanden.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The client ID or the client secret is wrong.</source>
            <translation>Die Client-ID oder das Client-Secret ist falsch.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The paid period of the app or the portal has ended.</source>
            <translation>Der bezahlte Zeitraum der App oder des Portals ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal allows no more of this for some minutes.</source>
            <translation>Das Portal lässt davon für einige Minuten nichts mehr zu.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal does not allow this.</source>
            <translation>Das Portal erlaubt dies nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal does not offer this placement to the app.</source>
            <translation>Das Portal bietet der App diese Platzierung nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal failed inside.</source>
            <translation>Im Portal ist ein interner Fehler aufgetreten.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is asked too often.</source>
            <translation>Zu viele Anfragen an das Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is blocked because of overload.</source>
            <translation>Das Portal ist wegen Überlastung gesperrt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is too old for this.</source>
            <translation>Das Portal ist dafür zu alt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal no longer accepts this session.</source>
            <translation>Das Portal akzeptiert diese Sitzung nicht mehr.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal no longer exists.</source>
            <translation>Das Portal existiert nicht mehr.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal received no sign-in with the request.</source>
            <translation>Das Portal hat mit der Anfrage keine Anmeldung erhalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refused: {reason}</source>
            <translation>Das Portal hat abgelehnt: {reason}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses a part of the widget.</source>
            <translation>Das Portal lehnt einen Teil des Widgets ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses the handler's address.</source>
            <translation>Das Portal lehnt die Adresse des Handlers ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses the handler's protocol.</source>
            <translation>Das Portal lehnt das Protokoll des Handlers ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal's code for this is {code}.</source>
            <translation>Der Code des Portals dafür ist {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal's plan does not include REST.</source>
            <translation>Der Tarif des Portals umfasst kein REST.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The session has ended.</source>
            <translation>Die Sitzung ist beendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The session's key has run out.</source>
            <translation>Der Schlüssel der Sitzung ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This needs an application, not a webhook.</source>
            <translation>Dafür ist eine Anwendung erforderlich, kein Webhook.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement cannot be bound for a single user.</source>
            <translation>An dieser Platzierung kann nicht für einen einzelnen Benutzer eingebunden werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement needs the option “errorHandlerUrl”.</source>
            <translation>Diese Platzierung benötigt die Option „errorHandlerUrl“.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement needs the option “iconName”.</source>
            <translation>Diese Platzierung benötigt die Option „iconName“.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This portal wants the handler on the app's own host.</source>
            <translation>Dieses Portal verlangt den Handler auf dem eigenen Host der App.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try again in ten minutes.</source>
            <translation>Versuchen Sie es in zehn Minuten erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try to sign in again.</source>
            <translation>Versuchen Sie, sich erneut anzumelden.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Update the portal.</source>
            <translation>Aktualisieren Sie die Portalversion.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an address on the host that stands in the app's card.</source>
            <translation>Verwenden Sie eine Adresse auf dem Host, der in der Karte der App steht.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an https address with a full host name.</source>
            <translation>Verwenden Sie eine https-Adresse mit vollständigem Hostnamen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an https address.</source>
            <translation>Verwenden Sie eine https-Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Wait a moment and try again.</source>
            <translation>Warten Sie einen Moment, und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} answers under another address now.</source>
            <translation>{host} ist jetzt unter einer anderen Adresse erreichbar.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} does not answer.</source>
            <translation>{host} antwortet nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} gave an answer that is not a portal's.</source>
            <translation>{host} hat eine Antwort gesendet, die nicht von einem Portal stammt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{reason}.</source>
            <translation>{reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/limits.py" />
            <source>Waiting: {host} takes only so many requests a second…</source>
            <translation>Bitte warten: {host} nimmt nur eine begrenzte Zahl von Anfragen pro Sekunde an…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>A code works once, and for 30 seconds.</source>
            <translation>Ein Code gilt einmal und nur 30 Sekunden lang.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>If it is your own server, enter it as the authorization server and sign in again.</source>
            <translation>Wenn es Ihr eigener Server ist, geben Sie ihn als Autorisierungsserver an und melden Sie sich erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>The client secret was not sent there.</source>
            <translation>Das Client-Secret wurde nicht dorthin gesendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>The portal names an authorization server that bxdesk does not know: {server}.</source>
            <translation>Das Portal nennt einen Autorisierungsserver, den bxdesk nicht kennt: {server}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>The sign-in code is no longer good.</source>
            <translation>Der Anmeldecode ist nicht mehr gültig.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>No usable answer from {host}; asking again…</source>
            <translation>Keine brauchbare Antwort von {host}; neue Anfrage läuft…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting {seconds} s: {host} allows no more for now…</source>
            <translation>Bitte {seconds} s warten: {host} lässt vorerst nichts mehr zu…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting: {host} gave a part of the answer only…</source>
            <translation>Bitte warten: {host} hat nur einen Teil der Antwort gesendet…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>A portal shows no widget of an app before its installation is complete, and says so nowhere.</source>
            <translation>Ein Portal zeigt kein Widget einer App an, bevor ihre Installation abgeschlossen ist, und weist nirgends darauf hin.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Only administrators may see custom types, and see and change an app's widgets.</source>
            <translation>Nur Administratoren dürfen benutzerdefinierte Typen sehen sowie Widgets einer App sehen und ändern.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Open the app's card on the portal, tick “Script only (no user interface)”, leave the install path empty and save. An app with an interface is complete when its install page calls BX24.installFinish() inside the portal.</source>
            <translation>Öffnen Sie die Karte der App im Portal, kreuzen Sie „Nur Skript (keine Benutzeroberfläche)“ an, lassen Sie den Installationspfad leer und speichern Sie. Bei einer App mit Oberfläche ist die Installation abgeschlossen, wenn ihre Installationsseite im Portal BX24.installFinish() aufruft.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Renew it on the portal.</source>
            <translation>Verlängern Sie ihn im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Sign in as an administrator, or ask one to do this.</source>
            <translation>Melden Sie sich als Administrator an, oder bitten Sie einen Administrator darum.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>The app's paid period has ended.</source>
            <translation>Der bezahlte Zeitraum der App ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>The application is not fully installed: widgets stay hidden.</source>
            <translation>Die Anwendung ist nicht vollständig installiert: Widgets bleiben ausgeblendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>The portal does not show its custom types.</source>
            <translation>Das Portal zeigt seine benutzerdefinierten Typen nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>The portal does not show the app's widgets.</source>
            <translation>Das Portal zeigt die Widgets der App nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>{name} is not an administrator of the portal.</source>
            <translation>{name} ist kein Administrator des Portals.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/transport.py" />
            <source>Enter it as in http://proxy.example.com:3128, or choose to go without one.</source>
            <translation>Geben Sie ihn in dieser Form ein: http://proxy.example.com:3128, oder wählen Sie die Verbindung ohne Proxy.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/transport.py" />
            <source>Only http and https proxies are possible.</source>
            <translation>Nur http- und https-Proxys sind möglich.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/transport.py" />
            <source>“{proxy}” is not a proxy that bxdesk can use.</source>
            <translation>„{proxy}“ ist kein Proxy, den bxdesk verwenden kann.</translation>
        </message>
        <message>
            <location filename="bxdesk/settings.py" />
            <source>The settings</source>
            <translation>Die Einstellungen</translation>
        </message>
    </context>
</TS>
