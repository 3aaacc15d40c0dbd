<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>bxdesk</name>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>A sign-in is running already.</source>
            <translation>Es läuft bereits eine Anmeldung.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>Copy the secret from the app's card on the portal.</source>
            <translation>Kopieren Sie das Client-Secret aus den App-Einstellungen im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>Finish it in the browser, or cancel it first.</source>
            <translation>Schließen Sie sie im Browser ab oder brechen Sie sie zuerst ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>Remove the item “bxdesk” for this portal in your system's keyring program.</source>
            <translation>Entfernen Sie im Schlüsselbundprogramm Ihres Systems den Eintrag „bxdesk“ für dieses Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>The client secret for {portal} is no longer kept.</source>
            <translation>Das Client-Secret für {portal} ist nicht mehr gespeichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>The keyring could not be reached.</source>
            <translation>Der Schlüsselbund war nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>The keyring holds no key for it.</source>
            <translation>Der Schlüsselbund enthält dafür keinen Schlüssel.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>{portal} was removed here, but its key may still be in your keyring.</source>
            <translation>{portal} wurde hier entfernt, der Schlüssel befindet sich aber möglicherweise noch in Ihrem Schlüsselbund.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/connections.py" />
            <source>The list of connections</source>
            <translation>Liste der Verbindungen</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Another program, or another sign-in, uses it already.</source>
            <translation>Ein anderes Programm oder eine andere Anmeldung verwendet ihn bereits.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Close the other program, or choose another port: the same one must stand in the redirect address of the app's card and here.</source>
            <translation>Schließen Sie das andere Programm oder wählen Sie einen anderen Port: In der Weiterleitungsadresse in den App-Einstellungen muss derselbe Port stehen wie hier.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Not understood</source>
            <translation>Anfrage nicht verstanden</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Nothing here</source>
            <translation>Hier gibt es nichts</translation>
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
            <translation>Verwenden Sie die Adresse aus den App-Einstellungen, z. B. http://127.0.0.1:8917/callback.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/redirect.py" />
            <source>“{address}” is not a redirect address.</source>
            <translation>„{address}“ ist keine Weiterleitungsadresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Copy the whole POST request, with AUTH_ID and REFRESH_ID.</source>
            <translation>Kopieren Sie die vollständige POST-Anfrage mit AUTH_ID und REFRESH_ID.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Copy the whole address from the browser's address bar after you pressed Allow.</source>
            <translation>Kopieren Sie die vollständige Adresse aus der Adresszeile des Browsers, nachdem Sie auf „Zulassen“ geklickt haben.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Sign in again and press Allow.</source>
            <translation>Melden Sie sich erneut an und klicken Sie auf „Zulassen“.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Start the sign-in again.</source>
            <translation>Starten Sie die Anmeldung neu.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>That is neither an address with a code nor a code.</source>
            <translation>Das ist weder eine Adresse mit einem Code noch ein Code.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>The portal did not allow the sign-in.</source>
            <translation>Das Portal hat die Anmeldung nicht zugelassen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>The portal said: {reason}.</source>
            <translation>Meldung des Portals: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>There are no tokens in this call.</source>
            <translation>Dieser Aufruf enthält keine Token.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>There is no code in this answer.</source>
            <translation>Diese Antwort enthält keinen Code.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>This answer belongs to another sign-in.</source>
            <translation>Diese Antwort gehört zu einer anderen Anmeldung.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Use the page that was opened last, or start the sign-in again.</source>
            <translation>Verwenden Sie die zuletzt geöffnete Seite oder starten Sie die Anmeldung neu.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It does not answer.</source>
            <translation>Er antwortet nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It does not keep what is stored in it.</source>
            <translation>Er bewahrt nicht auf, was darin gespeichert wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It is locked.</source>
            <translation>Er ist gesperrt.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>There is none in this session.</source>
            <translation>In dieser Sitzung ist keiner vorhanden.</translation>
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
            <source>What is to be kept is too long for it.</source>
            <translation>Was gespeichert werden soll, ist zu lang dafür.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Your system's keyring cannot be used.</source>
            <translation>Der Schlüsselbund Ihres Systems kann nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>{name} would store secrets in plain text.</source>
            <translation>{name} würde Zugangsdaten im Klartext speichern.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sessions.py" />
            <source>Sign in again.</source>
            <translation>Melden Sie sich erneut an.</translation>
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
            <translation>Es hat ein anderes Portal geantwortet: {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Check the address, and sign in with the one that the portal really has.</source>
            <translation>Prüfen Sie die Adresse und melden Sie sich mit der tatsächlichen Adresse des Portals an.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Copy it from the app's card on the portal.</source>
            <translation>Kopieren Sie den Wert aus den App-Einstellungen im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Look at the page in the browser. Check that the redirect address in the app's card is the one used here, then sign in again.</source>
            <translation>Sehen Sie sich die Seite im Browser an. Prüfen Sie, ob die Weiterleitungsadresse in den App-Einstellungen mit der hier verwendeten übereinstimmt, und melden Sie sich dann erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>No answer came back from the browser.</source>
            <translation>Vom Browser kam keine Antwort.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The browser's answer would not come here.</source>
            <translation>Die Antwort des Browsers würde hier nicht ankommen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The redirect address is not on this computer: {address}</source>
            <translation>Die Weiterleitungsadresse verweist nicht auf diesen Computer: {address}</translation>
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
            <translation>Verwenden Sie http://127.0.0.1:8917/callback in den App-Einstellungen und hier, oder fügen Sie die Antwort ein.</translation>
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
            <translation>Angemeldet werden sollte {portal}.</translation>
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
            <location filename="bxdesk/arrangement.py" />
            <source>How the window is arranged</source>
            <translation>Anordnung des Fensters</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Comparing what stands on {host} with the plan…</source>
            <translation>Der Stand auf {host} wird mit dem Plan verglichen…</translation>
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
            <translation>Der Stand im Portal wird überprüft…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Sending changes to {host}…</source>
            <translation>Änderungen werden an {host} gesendet…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>The connection was lost before it could be read back.</source>
            <translation>Die Verbindung ging verloren, bevor der Stand überprüft werden konnte.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Waiting {seconds} s before trying the rest again…</source>
            <translation>Nächster Versuch mit dem Rest in {seconds} s…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>When it answers again, refresh or apply again: what was begun is settled before anything else.</source>
            <translation>Sobald es wieder antwortet, aktualisieren Sie oder wenden Sie die Änderungen erneut an: Begonnenes wird zuerst geklärt.</translation>
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
            <translation>Er konnte weder ausgeführt noch zurückgenommen werden. Der vorherige Stand ist im Journal festgehalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>No more was sent. Make room on the disk, then apply again: what was begun is settled first.</source>
            <translation>Mehr wurde nicht gesendet. Schaffen Sie Platz auf dem Datenträger und wenden Sie die Änderungen erneut an: Begonnenes wird zuerst geklärt.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>Nothing was sent. Check that the folder can be written and that the disk has room.</source>
            <translation>Es wurde nichts gesendet. Prüfen Sie, ob der Ordner beschreibbar ist und ob auf dem Datenträger genug Platz ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>Nothing was sent. Check the folder and who may read it.</source>
            <translation>Es wurde nichts gesendet. Prüfen Sie den Ordner und seine Leserechte.</translation>
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
            <translation>Es hat die Version {version}; dieses bxdesk liest die Version {known}.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>It was left as it is, and holds nothing up. Look at it, then move it away.</source>
            <translation>Es wurde unverändert gelassen und blockiert nichts. Sehen Sie es sich an und verschieben Sie es dann an einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>It was left as it is. Use the newer bxdesk to settle or take back what it holds.</source>
            <translation>Es wurde unverändert gelassen. Verwenden Sie die neuere Version von bxdesk, um den Inhalt zu klären oder zurückzunehmen.</translation>
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
            <translation>Das Unterbrochene wird mit dem Stand auf {host} verglichen…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/turn.py" />
            <source>Waiting: another bxdesk is changing {host}…</source>
            <translation>Bitte warten: Ein anderes bxdesk ändert gerade {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/work.py" />
            <source>An earlier apply to {host} was cut off.</source>
            <translation>Ein früheres Anwenden auf {host} wurde unterbrochen.</translation>
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
            <location filename="bxdesk/drafts.py" />
            <source>Check that the folder can be written and that the disk has room.</source>
            <translation>Prüfen Sie, ob der Ordner beschreibbar ist und ob auf dem Datenträger genug Platz ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/drafts.py" />
            <source>Nothing has changed on the portal. Tick and type again what you had not applied yet.</source>
            <translation>Im Portal hat sich nichts geändert. Setzen Sie die noch nicht angewendeten Häkchen erneut und geben Sie die Texte noch einmal ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/drafts.py" />
            <source>The file is damaged. It was put aside: {path}</source>
            <translation>Die Datei ist beschädigt. Sie wurde beiseitegelegt: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/drafts.py" />
            <source>This one leaves it as it is: {path}</source>
            <translation>Diese Version lässt die Datei unverändert: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/drafts.py" />
            <source>Use the newer bxdesk to go on with it.</source>
            <translation>Verwenden Sie die neuere Version von bxdesk, um daran weiterzuarbeiten.</translation>
        </message>
        <message>
            <location filename="bxdesk/drafts.py" />
            <source>What was ticked and typed</source>
            <translation>Häkchen und Texte</translation>
        </message>
        <message>
            <location filename="bxdesk/drafts.py" />
            <source>What was ticked and typed here last time cannot be read.</source>
            <translation>Ihre Häkchen und Texte vom letzten Mal können nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/drafts.py" />
            <source>What was ticked and typed here last time was kept by a newer bxdesk.</source>
            <translation>Ihre Häkchen und Texte vom letzten Mal wurden von einer neueren Version von bxdesk gespeichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/drafts.py" />
            <source>What you tick and type is not kept when bxdesk is closed.</source>
            <translation>Ihre Häkchen und Texte bleiben beim Schließen von bxdesk nicht erhalten.</translation>
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
            <location filename="bxdesk/gui/background/faults.py" />
            <source>Something unexpected went wrong inside bxdesk ({kind}).</source>
            <translation>In bxdesk ist ein unerwarteter Fehler aufgetreten ({kind}).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/background/faults.py" />
            <source>This is a fault of the program, not of yours. The log tells more.</source>
            <translation>Dies ist ein Fehler des Programms, nicht Ihrer. Mehr dazu steht im Protokoll.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/background/faults.py" />
            <source>Try again. If it comes back, restart bxdesk and report it.</source>
            <translation>Versuchen Sie es erneut. Tritt der Fehler wieder auf, starten Sie bxdesk neu und melden Sie ihn.</translation>
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
            <source>Wh&amp;at to do</source>
            <translation>Was ist &amp;zu tun?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>{at} of {all}</source>
            <translation>{at} von {all}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>For</source>
            <translation>Für</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Handler</source>
            <translation>Handler</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Languages</source>
            <translation>Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Placement</source>
            <translation>Platzierung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Copy as a layout</source>
            <translation>Als &amp;Layout kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Leave as it is</source>
            <translation>&amp;Unverändert lassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Move to the current handler</source>
            <translation>Auf aktuellen Handler um&amp;stellen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Remove</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;With the selected</source>
            <translation>A&amp;uswahl</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;With the selected ({n})</source>
            <translation>A&amp;uswahl ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>All widgets of this app</source>
            <translation>Alle Widgets dieser App</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>All widgets of this app ({n})</source>
            <translation>Alle Widgets dieser App ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Change the &amp;address…</source>
            <translation>A&amp;dresse ändern…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Find a widget</source>
            <translation>Widget suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>No widget matches “{text}”.</source>
            <translation>Kein Widget passt zu „{text}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>This app has no widget on the portal yet.</source>
            <translation>Diese App hat noch kein Widget im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>What the &amp;handler receives…</source>
            <translation>Was der &amp;Handler erhält…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>With the selected</source>
            <translation>Auswahl</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>{n} widget stays: its place cannot be bound at the moment.</source>
            <translation>{n} Widget bleibt: Seine Platzierung kann derzeit nicht eingebunden werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>{n} widgets stay: their places cannot be bound at the moment.</source>
            <translation>{n} Widgets bleiben: Ihre Platzierungen können derzeit nicht eingebunden werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>Everybody</source>
            <translation>Alle</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>User {id}</source>
            <translation>Nutzer {id}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>moves to the current handler</source>
            <translation>wird auf den aktuellen Handler umgestellt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>moves to {address}</source>
            <translation>wird auf {address} umgestellt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to remove</source>
            <translation>wird entfernt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to replace</source>
            <translation>wird ersetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>&amp;Add to the plan</source>
            <translation>Zum Plan &amp;hinzufügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>Addresses that &amp;begin with</source>
            <translation>Adressen, die &amp;beginnen mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>Addresses that begin with</source>
            <translation>Adressen, die beginnen mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>Change the address</source>
            <translation>Adresse ändern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>New addresses</source>
            <translation>Neue Adressen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>Nothing would change.</source>
            <translation>Es würde sich nichts ändern.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>begin &amp;from now on with</source>
            <translation>beginnen &amp;künftig mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>begin from now on with</source>
            <translation>beginnen künftig mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>{n} widget gets another address.</source>
            <translation>{n} Widget erhält eine andere Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>{n} widgets get another address.</source>
            <translation>{n} Widgets erhalten eine andere Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>From then on</source>
            <translation>Künftig</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>stays: {why}</source>
            <translation>bleibt: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>{address} (is there already; this one goes)</source>
            <translation>{address} (bereits vorhanden; dieses entfällt)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>&amp;Open that page</source>
            <translation>Diese Seite &amp;öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>&amp;Redirect address</source>
            <translation>&amp;Weiterleitungsadresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Add a local application on the portal (Developer resources → Other → Local application), or open the card of the one that is there, and fill it in like this:</source>
            <translation>Fügen Sie im Portal eine lokale Anwendung hinzu (Entwicklerressourcen → Sonstiges → Lokale Anwendung) oder öffnen Sie eine vorhandene und füllen Sie ihr Formular so aus:</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>CRM: timelines, cards, lists</source>
            <translation>CRM: Timelines, Formulare, Listen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Contact Center</source>
            <translation>Contact Center</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Copy the redirect address</source>
            <translation>Weiterleitungsadresse kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Enter the portal's address first.</source>
            <translation>Geben Sie zuerst die Adresse des Portals ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Install path</source>
            <translation>Installationspfad</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Permissions</source>
            <translation>Berechtigungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Redirect address</source>
            <translation>Weiterleitungsadresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Server, with “Script only (no user interface)” ticked</source>
            <translation>Server, mit Häkchen bei „Nur Skript (keine Benutzeroberfläche)“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Tasks</source>
            <translation>Aufgaben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Telephony</source>
            <translation>Telefonie</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Tick in the card: {permissions}</source>
            <translation>Dort ankreuzen: {permissions}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Type</source>
            <translation>Typ</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>User profiles</source>
            <translation>Nutzerprofile</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>Workgroups</source>
            <translation>Projektgruppen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>leave it empty</source>
            <translation>leer lassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_card.py" />
            <source>none: paste the code</source>
            <translation>keine: Code hier einfügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>&amp;Sign in</source>
            <translation>An&amp;melden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Connect a portal</source>
            <translation>Portal verbinden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Sign in again to {portal}</source>
            <translation>Erneut bei {portal} anmelden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Stopping…</source>
            <translation>Wird angehalten…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>&amp;Portal</source>
            <translation>&amp;Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>1  The portal</source>
            <translation>1  Das Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>2  The local application on the portal</source>
            <translation>2  Die lokale Anwendung im Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>3  The keys from the saved card</source>
            <translation>3  Die Schlüssel der gespeicherten Anwendung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>A&amp;dvanced</source>
            <translation>E&amp;rweitert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Authori&amp;zation server</source>
            <translation>Au&amp;torisierungsserver</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Authorization server</source>
            <translation>Autorisierungsserver</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Client &amp;ID</source>
            <translation>Client-&amp;ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Client ID</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Client s&amp;ecret</source>
            <translation>Client-&amp;Secret</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Client secret</source>
            <translation>Client-Secret</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Enter the client ID from the card.</source>
            <translation>Geben Sie die Client-ID der lokalen Anwendung ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Enter the client secret from the card.</source>
            <translation>Geben Sie das Client-Secret der lokalen Anwendung ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Enter the portal's address, such as acme.bitrix24.com.</source>
            <translation>Geben Sie die Adresse des Portals ein, z. B. acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Only for a portal on your own server that has one of its own.</source>
            <translation>Nur für ein Portal auf Ihrem eigenen Server, das einen eigenen Autorisierungsserver hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Portal</source>
            <translation>Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Put this address into the card on the portal as well and save the card, then sign in.</source>
            <translation>Tragen Sie diese Adresse auch in den App-Einstellungen im Portal ein und speichern Sie diese; melden Sie sich dann an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>This is a webhook's address. Only the portal's name is taken from it: a webhook cannot place widgets, a local application can. The rest of the address is a secret, like a password.</source>
            <translation>Dies ist die Adresse eines Webhooks. Daraus wird nur der Name des Portals übernommen: Ein Webhook kann keine Widgets platzieren, eine lokale Anwendung schon. Der Rest der Adresse ist geheim wie ein Passwort.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>automatic</source>
            <translation>automatisch</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>kept in your keyring: leave it empty</source>
            <translation>in Ihrem Schlüsselbund gespeichert: leer lassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_step.py" />
            <source>folded</source>
            <translation>zugeklappt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_step.py" />
            <source>unfolded</source>
            <translation>aufgeklappt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>&amp;Try again</source>
            <translation>&amp;Erneut versuchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>&amp;Use port {port}</source>
            <translation>Port {port} &amp;verwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>Continue for this sessio&amp;n only</source>
            <translation>Nur für diese Sitzung &amp;fortfahren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>For this session only means: the keys are forgotten when bxdesk is closed.</source>
            <translation>„Nur für diese Sitzung“ bedeutet: Die Schlüssel werden beim Schließen von bxdesk gelöscht.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>Port {port} is free. It has to be changed in the card as well.</source>
            <translation>Port {port} ist frei. Er muss auch in den App-Einstellungen geändert werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Open again</source>
            <translation>Erneut &amp;öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Paste</source>
            <translation>&amp;Einfügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Use</source>
            <translation>Ü&amp;bernehmen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Address to open in the browser</source>
            <translation>Im Browser zu öffnende Adresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Answer from the browser</source>
            <translation>Antwort des Browsers</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Copy &amp;link</source>
            <translation>&amp;Link kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Getting ready…</source>
            <translation>Wird vorbereitet…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Handed over. A code is good for {seconds} seconds more.</source>
            <translation>Übergeben. Ein Code gilt noch {seconds} Sekunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>If the browser ends on a page that does not open, or shows a code, paste it here at once: a code is good for 30 seconds.</source>
            <translation>Wenn der Browser auf einer Seite landet, die sich nicht öffnet, oder einen Code anzeigt, fügen Sie die Adresse oder den Code sofort hier ein: Ein Code gilt 30 Sekunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>No browser opened. Open this address yourself; {time} left.</source>
            <translation>Es wurde kein Browser geöffnet. Öffnen Sie diese Adresse selbst; verbleibende Zeit: {time}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Take the answer from the clip&amp;board by itself</source>
            <translation>Antwort automatisch aus der &amp;Zwischenablage übernehmen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>The whole address the browser ended at, the code it shows, or the POST a handler received</source>
            <translation>Vollständige Adresse aus dem Browser, angezeigter Code oder POST, den ein Handler empfangen hat</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>There is no text in the clipboard.</source>
            <translation>Die Zwischenablage enthält keinen Text.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Thirty seconds are over. If nothing happens, open the link again for a new code.</source>
            <translation>Die 30 Sekunden sind vorbei. Wenn nichts geschieht, öffnen Sie den Link erneut, um einen neuen Code zu erhalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Waiting for the browser</source>
            <translation>Warten auf den Browser</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Waiting for the browser: confirm there that bxdesk may use the portal. {time} left.</source>
            <translation>Warten auf den Browser: Bestätigen Sie dort, dass bxdesk das Portal verwenden darf. Verbleibende Zeit: {time}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>While this dialog waits, and only texts that look like an answer. Nothing else is read.</source>
            <translation>Nur solange dieser Dialog wartet, und nur Texte, die wie eine Antwort aussehen. Sonst wird nichts gelesen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/rename_dialog.py" />
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/rename_dialog.py" />
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/rename_dialog.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/rename_dialog.py" />
            <source>Only bxdesk uses it. Left empty, the portal goes by its address.</source>
            <translation>Nur bxdesk verwendet ihn. Bleibt er leer, wird das Portal mit seiner Adresse angezeigt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/rename_dialog.py" />
            <source>Rename {portal}</source>
            <translation>{portal} umbenennen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/sign_out_dialog.py" />
            <source>&amp;Sign out</source>
            <translation>Ab&amp;melden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/sign_out_dialog.py" />
            <source>Sign out</source>
            <translation>Abmelden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/sign_out_dialog.py" />
            <source>Sign out of {portal}?</source>
            <translation>Von {portal} abmelden?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/sign_out_dialog.py" />
            <source>bxdesk forgets the keys and the session. The widgets on the portal stay as they are, and what you ticked and typed waits for the next sign-in.</source>
            <translation>bxdesk löscht die Schlüssel und die Sitzung. Die Widgets im Portal bleiben unverändert; Ihre Häkchen und Texte warten auf die nächste Anmeldung.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/drawing/preview.py" />
            <source>Where people will see it</source>
            <translation>Wo es erscheint</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/drawing/preview.py" />
            <source>Your widget</source>
            <translation>Ihr Widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/drawing/preview.py" />
            <source>{place}: “{title}”</source>
            <translation>{place}: „{title}“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>&amp;Handler address</source>
            <translation>Handler-A&amp;dresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Handler address</source>
            <translation>Handler-Adresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Handlers that are bound already</source>
            <translation>Bereits eingebundene Handler</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Put https:// in front</source>
            <translation>https:// voranstellen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>So does Enter in the address</source>
            <translation>Dasselbe bewirkt die Eingabetaste im Adressfeld</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>The call that the portal makes to this address, field by field</source>
            <translation>Der Aufruf, den das Portal an diese Adresse sendet, Feld für Feld</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>The page that answers inside the widget's frame.</source>
            <translation>Die Seite, die im Frame des Widgets geladen wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>What the handler receives…</source>
            <translation>Was der Handler erhält…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/option_fields.py" />
            <source>As it is</source>
            <translation>Unverändert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/option_fields.py" />
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/option_fields.py" />
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>O&amp;ptions</source>
            <translation>&amp;Optionen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>Only for the user with the ID</source>
            <translation>Nur für den Nutzer mit der ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>{option}</source>
            <translation>{option}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>{option} (required)</source>
            <translation>{option} (erforderlich)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Description</source>
            <translation>&amp;Beschreibung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Group</source>
            <translation>&amp;Gruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Languages</source>
            <translation>&amp;Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;One text for all languages</source>
            <translation>&amp;Ein Text für alle Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Own texts ({n} selected)</source>
            <translation>E&amp;igene Texte ({n} ausgewählt)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Title</source>
            <translation>&amp;Titel</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Description</source>
            <translation>Beschreibung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Give the placements that are selected in the tree texts of their own</source>
            <translation>Den im Baum ausgewählten Platzierungen eigene Texte geben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Language of the texts</source>
            <translation>Sprache der Texte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Languages of the texts</source>
            <translation>Sprachen der Texte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Optional</source>
            <translation>Optional</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Optional: a shared heading</source>
            <translation>Optional: eine gemeinsame Überschrift</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Own texts of the selected ({n})</source>
            <translation>Eigene Texte der Auswahl ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Say it in several of the portal's languages</source>
            <translation>Texte in mehreren Sprachen des Portals angeben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Such as “Send contract”</source>
            <translation>Zum Beispiel „Vertrag senden“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Texts for all that is ticked</source>
            <translation>Texte für alles Angekreuzte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Use the &amp;common texts</source>
            <translation>Ge&amp;meinsame Texte verwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>{language}</source>
            <translation>{language}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>{language} ({id})</source>
            <translation>{language} ({id})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>{language}: the title is missing</source>
            <translation>{language}: Titel fehlt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>About bxdesk</source>
            <translation>Über bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>C&amp;lose</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>History and log</source>
            <translation>Verlauf und Protokoll</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Libraries</source>
            <translation>Bibliotheken</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Looking…</source>
            <translation>Wird ermittelt…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Puts an application's widgets into Bitrix24 portals.</source>
            <translation>Bringt die Widgets einer Anwendung in Bitrix24-Portale.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Python package</source>
            <translation>Python-Paket</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Secrets are kept in</source>
            <translation>Zugangsdaten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Settings and drafts</source>
            <translation>Einstellungen und Entwürfe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>bxdesk is free software under the MIT licence. It uses Qt and Qt for Python (PySide6) under the GNU Lesser General Public License, version 3: they are files of their own, which you may replace with compatible builds. The texts of these and all other licences come with the program.</source>
            <translation>bxdesk ist freie Software unter der MIT-Lizenz. Es verwendet Qt und Qt für Python (PySide6) unter der GNU Lesser General Public License, Version 3: Sie liegen als eigene Dateien vor, die Sie durch kompatible Builds ersetzen dürfen. Die Texte dieser und aller anderen Lizenzen werden mit dem Programm geliefert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>executable</source>
            <translation>ausführbares Programm</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>nowhere: of a demo portal nothing is kept</source>
            <translation>nirgends: von einem Demo-Portal wird nichts gespeichert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>&amp;Address</source>
            <translation>&amp;Adresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>&amp;Copy the value</source>
            <translation>&amp;Wert kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>&amp;Documentation</source>
            <translation>&amp;Dokumentation</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>* is always sent. The keys and tokens here are invented; real ones open the portal.</source>
            <translation>* wird immer gesendet. Die Schlüssel und Token hier sind erfunden; echte gewähren Zugriff auf das Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Address of the call</source>
            <translation>Adresse des Aufrufs</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>As &amp;JSON</source>
            <translation>Als &amp;JSON</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>As a &amp;curl command</source>
            <translation>Als &amp;curl-Befehl</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>As a &amp;list of fields</source>
            <translation>Als &amp;Liste der Felder</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Copy &amp;everything</source>
            <translation>Alles &amp;kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Fields of the call</source>
            <translation>Felder des Aufrufs</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>The portal opens the handler's address like a link, and tells it nothing.</source>
            <translation>Das Portal öffnet die Adresse des Handlers wie einen Link und übergibt ihm keine Daten.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>What the handler receives</source>
            <translation>Was der Handler erhält</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>When somebody opens the widget here, the portal has their browser send this form to your handler, and shows the page that comes back.</source>
            <translation>Wenn jemand hier das Widget öffnet, lässt das Portal dessen Browser dieses Formular an Ihren Handler senden und zeigt die Seite an, die zurückkommt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>You have entered no handler address yet: this one is invented.</source>
            <translation>Sie haben noch keine Handler-Adresse eingegeben: Diese ist erfunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>Example</source>
            <translation>Beispiel</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>What it means</source>
            <translation>Bedeutung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>Where it is</source>
            <translation>Ort</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>form</source>
            <translation>Formular</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>inside PLACEMENT_OPTIONS</source>
            <translation>in PLACEMENT_OPTIONS</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>is always sent</source>
            <translation>wird immer gesendet</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>&amp;About bxdesk…</source>
            <translation>&amp;Über bxdesk…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>Find a topic</source>
            <translation>Thema suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>Topics</source>
            <translation>Themen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Documentation</source>
            <translation>Dokumentation</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>How many</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>One for each app.</source>
            <translation>Eine pro App.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Options</source>
            <translation>Optionen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Places that your portal offers and nobody has documented. They can be bound like any other; where people come upon them only trying will tell.</source>
            <translation>Platzierungen, die Ihr Portal anbietet, die aber nirgends dokumentiert sind. Sie lassen sich wie jede andere einbinden; wo sie zu sehen sind, zeigt nur ein Versuch.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>The chosen topic</source>
            <translation>Das ausgewählte Thema</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>There is one for</source>
            <translation>Verfügbar für</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Your app lacks {permissions}: tick it in the app's card on the portal.</source>
            <translation>Ihrer App fehlt: {permissions}. Aktivieren Sie dies in den App-Einstellungen im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>{option} (needed)</source>
            <translation>{option} (erforderlich)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Alt and a letter</source>
            <translation>Alt und ein Buchstabe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Apply. The portal is read back, and what did not come out as planned is named.</source>
            <translation>Wenden Sie die Änderungen an. Das Portal wird danach überprüft; was nicht wie geplant ausgeführt wurde, wird genannt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Change the address of the selected widgets</source>
            <translation>Adresse der ausgewählten Widgets ändern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Changed your mind? “Undo” takes the last apply back, “History” any earlier one.</source>
            <translation>Anders überlegt? „Rückgängig machen“ nimmt das letzte Anwenden zurück, „Verlauf“ jedes frühere.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Connect a portal. The guide says how the application is added there, field by field.</source>
            <translation>Verbinden Sie ein Portal. Die Anleitung zeigt Feld für Feld, wie die Anwendung dort hinzugefügt wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Copy the selected widgets as a layout</source>
            <translation>Ausgewählte Widgets als Layout kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Custom types</source>
            <translation>Smartprozesse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Edit the widget that is selected in the table</source>
            <translation>Das in der Tabelle ausgewählte Widget bearbeiten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Enter the address of your handler: the page that will be shown inside the widget.</source>
            <translation>Geben Sie die Adresse Ihres Handlers ein: der Seite, die im Widget angezeigt wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Find a placement</source>
            <translation>Platzierung suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Give the widget a title, in as many languages as your people speak.</source>
            <translation>Geben Sie dem Widget einen Titel, in so vielen Sprachen, wie in Ihrem Unternehmen gesprochen werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Go to what has this letter underlined</source>
            <translation>Zu dem Element springen, in dem dieser Buchstabe unterstrichen ist</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>How it works</source>
            <translation>So funktioniert es</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Keep the own texts of what is selected</source>
            <translation>Eigene Texte der Auswahl behalten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Keyboard</source>
            <translation>Tastatur</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Leave the selected widgets as they are</source>
            <translation>Ausgewählte Widgets unverändert lassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Move the selected widgets to the current handler</source>
            <translation>Ausgewählte Widgets auf den aktuellen Handler umstellen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Other placements</source>
            <translation>Andere Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Press “Review and apply…”. Every change is shown in a sentence before anything is sent.</source>
            <translation>Klicken Sie auf „Prüfen und anwenden…“. Jede Änderung wird in einem Satz angezeigt, bevor etwas gesendet wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Read the portal again</source>
            <translation>Portal neu einlesen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Remove the selected widgets</source>
            <translation>Ausgewählte Widgets entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>This help, about the place that is selected</source>
            <translation>Diese Hilfe zur ausgewählten Platzierung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Tick or untick what is selected</source>
            <translation>Häkchen bei der Auswahl setzen oder entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Tick where it should be. A tick means: this handler is bound there.</source>
            <translation>Kreuzen Sie an, wo es erscheinen soll. Ein Häkchen bedeutet: Dieser Handler ist dort eingebunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>What the handler receives there</source>
            <translation>Was der Handler dort erhält</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>&amp;Copy diagnostics</source>
            <translation>&amp;Diagnose kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Collecting…</source>
            <translation>Wird zusammengestellt…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Copied: paste it into your report. Nothing secret is in it.</source>
            <translation>Kopiert: Fügen Sie die Diagnose in Ihre Fehlermeldung ein. Sie enthält keine vertraulichen Daten.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Copy diagnostics</source>
            <translation>Diagnose kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Versions, state and the end of the log, for a report about a fault. Nothing secret.</source>
            <translation>Versionen, Zustand und das Ende des Protokolls für eine Fehlermeldung. Keine vertraulichen Daten.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>D&amp;iscard</source>
            <translation>Ver&amp;werfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Forget every tick that was not applied</source>
            <translation>Alle nicht angewendeten Häkchen verwerfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Re&amp;view and apply…</source>
            <translation>&amp;Prüfen und anwenden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Review and apply</source>
            <translation>Prüfen und anwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>{plan}. First: {problem}</source>
            <translation>{plan}. Zuerst: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Discard them</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Go on with them</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Hides this note</source>
            <translation>Blendet diesen Hinweis aus</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>What you had ticked is done by now ({moment}): from another window, or when an apply that was cut off was finished.</source>
            <translation>Was Sie angekreuzt hatten ({moment}), ist inzwischen ausgeführt: aus einem anderen Fenster oder beim Abschließen unterbrochener Änderungen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Your ticks and texts are still here from {moment}: {plan}.</source>
            <translation>Ihre Häkchen und Texte sind noch da ({moment}): {plan}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Your ticks are still here from {moment}.</source>
            <translation>Ihre Häkchen sind noch da ({moment}).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>today, {time}</source>
            <translation>heute, {time}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>yesterday, {time}</source>
            <translation>gestern, {time}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} of them are done already.</source>
            <translation>{n} davon sind bereits ausgeführt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} of them is done already.</source>
            <translation>{n} davon ist bereits ausgeführt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} wait: the portal does not offer their places at the moment.</source>
            <translation>{n} warten: Das Portal bietet ihre Platzierungen derzeit nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} waits: the portal does not offer its place at the moment.</source>
            <translation>{n} wartet: Das Portal bietet die Platzierung derzeit nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/page_button.py" />
            <source>No browser opened. The address of the page is on the clipboard.</source>
            <translation>Es wurde kein Browser geöffnet. Die Adresse der Seite liegt in der Zwischenablage.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/half_way_model.py" />
            <source>What stands there now</source>
            <translation>Jetziger Stand</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/half_way_model.py" />
            <source>changed by somebody else; it is left alone</source>
            <translation>von jemand anderem geändert; bleibt unverändert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/half_way_model.py" />
            <source>done</source>
            <translation>ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/half_way_model.py" />
            <source>half done</source>
            <translation>halb ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/half_way_model.py" />
            <source>not done: what stood there before</source>
            <translation>nicht ausgeführt: vorheriger Stand</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>&amp;Close</source>
            <translation>S&amp;chließen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>&amp;Undo…</source>
            <translation>&amp;Rückgängig machen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>All &amp;portals</source>
            <translation>Alle &amp;Portale</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Looking at what stands there now…</source>
            <translation>Der jetzige Stand wird geprüft…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Nothing was applied yet. What is applied is listed here, and can be taken back.</source>
            <translation>Es wurde noch nichts angewendet. Was angewendet wird, steht hier und lässt sich zurücknehmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Steps of the chosen entry</source>
            <translation>Schritte des ausgewählten Eintrags</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Switch to that portal first.</source>
            <translation>Wechseln Sie zuerst zu diesem Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>There is nothing of it left to take back.</source>
            <translation>Davon lässt sich nichts mehr zurücknehmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>What was applied</source>
            <translation>Was angewendet wurde</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_words.py" />
            <source>Undo: {steps}</source>
            <translation>Rückgängig: {steps}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_words.py" />
            <source>cut off, finished later</source>
            <translation>unterbrochen, später abgeschlossen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_words.py" />
            <source>cut off, left as it stood</source>
            <translation>unterbrochen, so belassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_words.py" />
            <source>cut off, or still under way</source>
            <translation>unterbrochen oder noch im Gange</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_words.py" />
            <source>cut off, put back</source>
            <translation>unterbrochen, vorheriger Stand wiederhergestellt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_words.py" />
            <source>taken back</source>
            <translation>zurückgenommen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_words.py" />
            <source>{n} done</source>
            <translation>{n} ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_words.py" />
            <source>{n} failed</source>
            <translation>{n} fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_words.py" />
            <source>{n} not carried out</source>
            <translation>{n} nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>Change</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>Done</source>
            <translation>Ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>Failed: {why}</source>
            <translation>Fehlgeschlagen: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>Not carried out</source>
            <translation>Nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>The same texts and options as in the row above</source>
            <translation>Dieselben Texte und Optionen wie in der Zeile darüber</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>All {n} changes are done and read back.</source>
            <translation>Alle {n} Änderungen sind ausgeführt und überprüft.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>All {n} changes are done, but could not be read back.</source>
            <translation>Alle {n} Änderungen sind ausgeführt, aber die Überprüfung ist fehlgeschlagen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Bind “{title}” to {place}</source>
            <translation>„{title}“ einbinden – {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Give “{title}” at {place} another handler</source>
            <translation>„{title}“ mit anderem Handler einbinden – {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Nothing to change</source>
            <translation>Nichts zu ändern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Remove “{title}” from {place}</source>
            <translation>„{title}“ entfernen – {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Replace the texts at {place}</source>
            <translation>Texte ersetzen – {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>The change is done and read back.</source>
            <translation>Die Änderung ist ausgeführt und überprüft.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>The change is done, but could not be read back.</source>
            <translation>Die Änderung ist ausgeführt, aber die Überprüfung ist fehlgeschlagen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} are not known</source>
            <translation>{n} unbekannt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} bound</source>
            <translation>{n} eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} change is done</source>
            <translation>{n} Änderung ist ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} changes are done</source>
            <translation>{n} Änderungen sind ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} is not known</source>
            <translation>{n} unbekannt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} moved</source>
            <translation>{n} umgestellt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} removed</source>
            <translation>{n} entfernt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} replaced</source>
            <translation>{n} ersetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} to bind</source>
            <translation>{n} einzubinden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} to move</source>
            <translation>{n} umzustellen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} to replace</source>
            <translation>{n} zu ersetzen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} to unbind</source>
            <translation>{n} zu entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} was not carried out</source>
            <translation>{n} wurde nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} were not carried out</source>
            <translation>{n} wurden nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Apply</source>
            <translation>An&amp;wenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Stop</source>
            <translation>Anha&amp;lten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Try again…</source>
            <translation>&amp;Erneut versuchen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Apply</source>
            <translation>Anwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Review the changes on {portal}</source>
            <translation>Änderungen auf {portal} prüfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Sign &amp;in again…</source>
            <translation>Erneut an&amp;melden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Stopped. The portal is read again to see what was done.</source>
            <translation>Angehalten. Das Portal wird neu eingelesen, um zu sehen, was ausgeführt wurde.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>There is nothing to take back.</source>
            <translation>Es gibt nichts zurückzunehmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Undo on {portal}</source>
            <translation>Auf {portal} rückgängig machen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_notes.py" />
            <source>{n} more are left alone for the same reason.</source>
            <translation>{n} weitere bleiben aus demselben Grund unverändert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/sending.py" />
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/sending.py" />
            <source>Sending…</source>
            <translation>Wird gesendet…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/sending.py" />
            <source>Stopping after the changes that are on their way…</source>
            <translation>Wird nach den bereits gesendeten Änderungen angehalten…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/sending.py" />
            <source>{done} of {total}: {what}</source>
            <translation>{done} von {total}: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>&amp;Finish</source>
            <translation>&amp;Fertigstellen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>&amp;Leave it as it stands</source>
            <translation>So &amp;belassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>&amp;Put everything back</source>
            <translation>Alles &amp;zurücksetzen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>An apply did not come to its end</source>
            <translation>Ein Anwenden wurde nicht abgeschlossen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Brings back what stood there before</source>
            <translation>Stellt den vorherigen Stand wieder her</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Changes nothing, and does not ask again</source>
            <translation>Ändert nichts und fragt nicht erneut</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Cut off on {portal}</source>
            <translation>Auf {portal} unterbrochen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Decide later</source>
            <translation>Später entscheiden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Does what is left of the changes</source>
            <translation>Führt die restlichen Änderungen aus</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Nothing was sent; it is settled as it stands.</source>
            <translation>Es wurde nichts gesendet; der jetzige Stand gilt als geklärt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>What stands half-way</source>
            <translation>Halb Ausgeführtes</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>{user} began it: {moment}. bxdesk or the connection ended before all was done. This is what stands there now; nothing is changed before you choose.</source>
            <translation>Begonnen von {user}: {moment}. bxdesk oder die Verbindung wurde beendet, bevor alles ausgeführt war. Hier sehen Sie den jetzigen Stand; bis zu Ihrer Entscheidung wird nichts geändert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/leftovers.py" />
            <source>An apply of one change was cut off here before its end.</source>
            <translation>Das Anwenden einer Änderung wurde hier vorzeitig unterbrochen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/leftovers.py" />
            <source>An apply of {count} changes was cut off here before its end.</source>
            <translation>Das Anwenden von {count} Änderungen wurde hier vorzeitig unterbrochen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/leftovers.py" />
            <source>Look at what stands there, then finish it or put everything back.</source>
            <translation>Sehen Sie sich den jetzigen Stand an; schließen Sie dann ab oder setzen Sie alles zurück.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/leftovers.py" />
            <source>Nothing else can be applied to this portal before this is settled.</source>
            <translation>Solange dies nicht geklärt ist, kann auf dieses Portal nichts anderes angewendet werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/keyring_line.py" />
            <source>Ask &amp;again</source>
            <translation>Erneut ab&amp;fragen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/keyring_line.py" />
            <source>Asking…</source>
            <translation>Wird abgefragt…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>&amp;Language</source>
            <translation>S&amp;prache</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>&amp;Theme</source>
            <translation>&amp;Design</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Address of the proxy</source>
            <translation>Adresse des Proxys</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Certificates</source>
            <translation>Zertifikate</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Directly</source>
            <translation>Direkt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Enter the proxy's address, such as http://proxy.example.com:3128.</source>
            <translation>Geben Sie die Adresse des Proxys ein, z. B. http://proxy.example.com:3128.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>P&amp;roxy</source>
            <translation>P&amp;roxy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Theme</source>
            <translation>Design</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Through this proxy</source>
            <translation>Über diesen Proxy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>With a user and password: http://USER:PASSWORD@proxy:3128. They are kept with your secrets.</source>
            <translation>Mit Benutzer und Passwort: http://BENUTZER:PASSWORT@proxy:3128. Beides wird zusammen mit Ihren Zugangsdaten gespeichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>checked against the system's store, always</source>
            <translation>werden immer anhand des Zertifikatspeichers des Systems geprüft</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>{why} Or save once more: then the password holds for this session only.</source>
            <translation>{why} Oder speichern Sie noch einmal: Dann gilt das Passwort nur für diese Sitzung.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>&amp;Connect a portal…</source>
            <translation>Portal ver&amp;binden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>&amp;Try it on a demo portal</source>
            <translation>An einem Demo-Portal &amp;ausprobieren</translation>
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
            <source>Opens another window. Nothing of it stays, and nothing leaves this computer.</source>
            <translation>Öffnet ein weiteres Fenster. Nichts davon bleibt, und nichts verlässt diesen Computer.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Placements, bindings, custom types and permissions, in one request.</source>
            <translation>Platzierungen, Einbindungen, Smartprozesse und Berechtigungen in einer Anfrage.</translation>
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
            <translation>Erneut an&amp;melden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Sign in anew; the keys are forgotten when bxdesk is closed.</source>
            <translation>Melden Sie sich neu an; die Schlüssel werden beim Schließen von bxdesk gelöscht.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Start bxdesk with --demo: then it says what is missing.</source>
            <translation>Starten Sie bxdesk mit --demo: Dann wird angezeigt, was fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>The demo portal could not be opened.</source>
            <translation>Das Demo-Portal konnte nicht geöffnet werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Working</source>
            <translation>In Arbeit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>bxdesk shows where your application appears in a portal: buttons above the timeline of leads, deals and custom types, the Contact Center tile. Tick where it should be, look at what will change, and apply.</source>
            <translation>bxdesk zeigt, wo Ihre Anwendung in einem Portal erscheint: als Schaltfläche über der Timeline von Leads, Aufträgen und Smartprozessen, als Kachel im Contact Center. Kreuzen Sie an, wo sie erscheinen soll, sehen Sie sich an, was sich ändert, und wenden Sie die Änderungen an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>{portal} was not read.</source>
            <translation>{portal} wurde nicht gelesen.</translation>
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
            <source>H&amp;elp</source>
            <translation>&amp;Hilfe</translation>
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
            <source>What each place is, and how bxdesk works (F1)</source>
            <translation>Was die einzelnen Platzierungen sind und wie bxdesk funktioniert (F1)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>not reached</source>
            <translation>nicht erreichbar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>session ended</source>
            <translation>Sitzung abgelaufen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>{portal} ({state})</source>
            <translation>{portal} ({state})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>&amp;Add</source>
            <translation>&amp;Hinzufügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>A type ID is a whole number, such as 183.</source>
            <translation>Eine Typ-ID ist eine ganze Zahl, z. B. 183.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>Add a custom type</source>
            <translation>Smartprozess hinzufügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>The number in the type's address on the portal: …/crm/type/183/… (its entityTypeId).</source>
            <translation>Die Nummer in der Adresse des Smartprozesses im Portal: …/crm/type/183/… (seine entityTypeId).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>Type &amp;ID</source>
            <translation>Typ-&amp;ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>Type ID</source>
            <translation>Typ-ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/group_summary.py" />
            <source>none can be bound</source>
            <translation>keine einbindbar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/group_summary.py" />
            <source>{bound} of {all} bound</source>
            <translation>{bound} von {all} eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_model.py" />
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>Find a placement by name, code, type or number</source>
            <translation>Name, Code, Smartprozess oder Nummer suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>No placement matches “{text}”.</source>
            <translation>Keine Platzierung passt zu „{text}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>Tick where the widget should be. Select a row to read more about it.</source>
            <translation>Kreuzen Sie an, wo das Widget erscheinen soll. Wählen Sie eine Zeile aus, um mehr darüber zu lesen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>Add a type ID…</source>
            <translation>Typ-ID hinzufügen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>More placements ({n})</source>
            <translation>Weitere Platzierungen ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>Type {number}</source>
            <translation>Smartprozess {number}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>{title} ({number})</source>
            <translation>{title} ({number})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_tree.py" />
            <source>&amp;Keep its own texts</source>
            <translation>Eigene Texte &amp;behalten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_tree.py" />
            <source>Placements</source>
            <translation>Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>Another handler of this app is bound here; see the table. It is left alone.</source>
            <translation>Ein anderer Handler dieser App ist hier eingebunden; siehe Tabelle. Er bleibt unverändert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It keeps its own text: “{title}”.</source>
            <translation>Der eigene Text bleibt erhalten: „{title}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It says “{title}” there now. Use “Keep its own texts” from the menu to leave it so.</source>
            <translation>Dort steht jetzt „{title}“. Um dies beizubehalten, wählen Sie im Menü „Eigene Texte behalten“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>Nothing of this app is bound here.</source>
            <translation>Von dieser App ist hier nichts eingebunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>The binding will be removed.</source>
            <translation>Die Einbindung wird entfernt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>This handler is bound here with these texts.</source>
            <translation>Dieser Handler ist hier mit diesen Texten eingebunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>This handler will be bound here.</source>
            <translation>Dieser Handler wird hier eingebunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>bound</source>
            <translation>eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>bound, own text</source>
            <translation>eigener Text bleibt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>not available: {why}</source>
            <translation>nicht verfügbar: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>not bound</source>
            <translation>nicht eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>other handler</source>
            <translation>anderer Handler</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>other text, to replace</source>
            <translation>Text wird ersetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>to bind</source>
            <translation>wird eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>to unbind</source>
            <translation>wird entfernt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Loo&amp;k at it…</source>
            <translation>&amp;Jetzt ansehen…</translation>
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
            <source>Mend the file or move it away; bxdesk does not overwrite it.</source>
            <translation>Reparieren oder verschieben Sie die Datei; bxdesk überschreibt sie nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/kept_file.py" />
            <source>{name} cannot be read: {path}</source>
            <translation>{name}: Lesen fehlgeschlagen ({path})</translation>
        </message>
        <message>
            <location filename="bxdesk/kept_file.py" />
            <source>{name} could not be saved: {path}</source>
            <translation>{name}: Speichern fehlgeschlagen ({path})</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>A permission that {code} needs is missing.</source>
            <translation>Eine Berechtigung, die {code} benötigt, fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Choose a type from the list, or create it on the portal and refresh.</source>
            <translation>Wählen Sie einen Smartprozess aus der Liste oder legen Sie ihn im Portal an und aktualisieren Sie.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Compare it with the codes that “bxdesk status” lists.</source>
            <translation>Vergleichen Sie ihn mit den Codes, die „bxdesk status“ auflistet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Compare the permissions in the app's card with the placement's documentation.</source>
            <translation>Vergleichen Sie die Berechtigungen in den App-Einstellungen mit der Dokumentation der Platzierung.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Its removal cannot be taken back: {placement}.</source>
            <translation>Das Entfernen lässt sich nicht rückgängig machen: {placement}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Open the app's card on the portal, tick this permission, save, and refresh here.</source>
            <translation>Öffnen Sie die App-Einstellungen im Portal, aktivieren Sie diese Berechtigung, speichern Sie und aktualisieren Sie hier.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Placements that need it stay hidden until the app's card grants it.</source>
            <translation>Platzierungen, die sie benötigen, bleiben ausgeblendet, bis sie in den App-Einstellungen erteilt wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Register the connector from your application.</source>
            <translation>Registrieren Sie den Connector aus Ihrer Anwendung heraus.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Register the field type from your application.</source>
            <translation>Registrieren Sie den Feldtyp aus Ihrer Anwendung.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The app lacks the permission “{permission}”.</source>
            <translation>Der App fehlt die Berechtigung „{permission}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The code is misspelt, or the portal's edition or modules do not have this place.</source>
            <translation>Der Code ist falsch geschrieben, oder diese Platzierung ist in der Edition oder den Modulen des Portals nicht enthalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The number in a placement's code is the type's entityTypeId, not its id.</source>
            <translation>Die Nummer im Code einer Platzierung ist die entityTypeId des Smartprozesses, nicht seine id.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal does not offer {code}.</source>
            <translation>Das Portal bietet {code} nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal has no custom type with the number {number}.</source>
            <translation>Im Portal gibt es keinen Smartprozess mit der Nummer {number}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal has this place, but hides it from the app.</source>
            <translation>Das Portal hat diese Platzierung, verbirgt sie aber vor der App.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal sets it when a connector is registered (imconnector.register).</source>
            <translation>Das Portal setzt sie beim Registrieren eines Connectors (imconnector.register).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal sets it when a field type is registered (userfieldtype.add).</source>
            <translation>Das Portal setzt es, wenn ein Feldtyp registriert wird (userfieldtype.add).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>{code} is not set by binding.</source>
            <translation>{code} lässt sich nicht durch Einbinden setzen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/binding_words.py" />
            <source>For user</source>
            <translation>Für Nutzer</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/binding_words.py" />
            <source>{what}: {value}</source>
            <translation>{what}: {value}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/binding_words.py" />
            <source>“{text}”</source>
            <translation>„{text}“</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/binding_words.py" />
            <source>“{text}” ({languages})</source>
            <translation>„{text}“ ({languages})</translation>
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
            <location filename="bxdesk/placements/call_fields.py" />
            <source>1 when the portal is opened over https, 0 over http.</source>
            <translation>1, wenn das Portal über https geöffnet wird, 0 bei http.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>A token to call the portal on behalf of the person who opened the widget. Keep it out of logs.</source>
            <translation>Ein Token für Aufrufe an das Portal im Namen der Person, die das Widget geöffnet hat. Es gehört nicht in Protokolle.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>A token to get a new AUTH_ID with, together with the app's keys. Keep it out of logs.</source>
            <translation>Ein Token, mit dem man zusammen mit den Schlüsseln der App eine neue AUTH_ID erhält. Es gehört nicht in Protokolle.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>For how many seconds that token is good.</source>
            <translation>Wie viele Sekunden dieses Token gilt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Names this one opening of the widget. The portal's JavaScript library finds its window by it.</source>
            <translation>Kennzeichnet genau dieses Öffnen des Widgets. Die JavaScript-Bibliothek des Portals findet darüber ihr Fenster.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The authorization server that renews the tokens. Older portals do not tell it.</source>
            <translation>Der Autorisierungsserver, der die Token erneuert. Ältere Portale geben ihn nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The kind of app: L local, F free, D demo, T trial, P paid, S subscription.</source>
            <translation>Die Art der App: L lokal, F kostenlos, D Demo, T Testversion, P kostenpflichtig, S Abonnement.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The language in which the person sees the portal. Show your page in it.</source>
            <translation>Die Sprache, in der die Person das Portal sieht. Zeigen Sie Ihre Seite in dieser Sprache an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The permissions of the app. Older portals do not tell them.</source>
            <translation>Die Berechtigungen der App. Ältere Portale geben sie nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The portal's address, without “https://”.</source>
            <translation>Die Adresse des Portals, ohne „https://“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The same in every call to this app: by it a handler knows the portal. Older portals do not send it.</source>
            <translation>In jedem Aufruf an diese App gleich: Daran erkennt ein Handler das Portal. Ältere Portale senden es nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>What the widget was opened on, as a JSON text. Be prepared for a missing or an empty one.</source>
            <translation>Wofür das Widget geöffnet wurde, als JSON-Text. Er kann fehlen oder leer sein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Where the widget was opened. One handler can serve many places and tell them apart by this.</source>
            <translation>Wo das Widget geöffnet wurde. Ein Handler kann viele Platzierungen bedienen und sie daran unterscheiden.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Where the widget was opened; {number} in it is the number of the custom type.</source>
            <translation>Wo das Widget geöffnet wurde; {number} darin ist die Nummer des Smartprozesses.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Which portal it is. Stays the same when the portal gets another address.</source>
            <translation>Um welches Portal es sich handelt. Bleibt gleich, wenn das Portal eine andere Adresse erhält.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>6 for an activity; other records have other keys.</source>
            <translation>6 bei einer Aktivität; andere Einträge haben andere Schlüssel.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>All CRM objects that the call belongs to; missing if there are none.</source>
            <translation>Alle CRM-Elemente, zu denen der Anruf gehört; fehlt, wenn es keine gibt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>LEAD, DEAL, CONTACT or COMPANY; empty without one.</source>
            <translation>LEAD, DEAL, CONTACT oder COMPANY; leer, wenn nichts davon zugeordnet ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The call.</source>
            <translation>Der Anruf.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The chat: “chat” and a number, or the number of the other person.</source>
            <translation>Der Chat: „chat“ und eine Nummer oder die Nummer der anderen Person.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The company's number.</source>
            <translation>Die Telefonnummer des Unternehmens.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The connector, by the name the app gave it.</source>
            <translation>Der Connector unter dem Namen, den ihm die App gegeben hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The field's name in another system, if it has one.</source>
            <translation>Der Name des Felds in einem anderen System, falls es einen hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The field.</source>
            <translation>Das Feld.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The first day that the calendar showed.</source>
            <translation>Der erste Tag, den der Kalender anzeigte.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The kind of card that the field is in.</source>
            <translation>Die Art des Formulars, in dem das Feld steht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The last day that the calendar showed.</source>
            <translation>Der letzte Tag, den der Kalender anzeigte.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of that CRM object; 0 without one.</source>
            <translation>Die Nummer dieses CRM-Elements; 0, wenn es keines gibt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the CRM object that the widget was opened for.</source>
            <translation>Die Nummer des CRM-Elements, für das das Widget geöffnet wurde.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the CRM object; 0 in a new card.</source>
            <translation>Die Nummer des CRM-Elements; 0 in einem neuen Formular.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the Open Channel.</source>
            <translation>Die Nummer des Kommunikationskanals.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the activity in the timeline.</source>
            <translation>Die Nummer der Aktivität in der Timeline.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the activity.</source>
            <translation>Die Nummer der Aktivität.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the call's activity; the word “undefined” while there is none.</source>
            <translation>Die Nummer der Aktivität zum Anruf; das Wort „undefined“, solange es keine gibt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the message.</source>
            <translation>Die Nummer der Nachricht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the person who opened the menu.</source>
            <translation>Die Nummer der Person, die das Menü geöffnet hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the person whose profile it is.</source>
            <translation>Die Nummer der Person, der das Profil gehört.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the person whose tasks they are.</source>
            <translation>Die Nummer der Person, der die Aufgaben gehören.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the project; for a person's own tasks USER_ID instead.</source>
            <translation>Die Nummer des Projekts; bei eigenen Aufgaben einer Person stattdessen USER_ID.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the task that is open.</source>
            <translation>Die Nummer der geöffneten Aufgabe.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the task.</source>
            <translation>Die Nummer der Aufgabe.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of the workgroup or project.</source>
            <translation>Die Nummer der Projektgruppe oder des Projekts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The number of this widget's own row on the portal.</source>
            <translation>Die Nummer der Einbindung dieses Widgets im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The other side's number; missing if it is unknown.</source>
            <translation>Die Telefonnummer der Gegenseite; fehlt, wenn sie unbekannt ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The page of the portal that the widget was opened from. Missing where the browser does not tell it.</source>
            <translation>Die Seite des Portals, von der aus das Widget geöffnet wurde. Fehlt, wenn der Browser sie nicht mitteilt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>The placement once more.</source>
            <translation>Noch einmal die Platzierung.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>What is in the field; a list where it takes several values.</source>
            <translation>Was im Feld steht; eine Liste, wenn es mehrere Werte annimmt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>What the company calls that number; the number if it has no name.</source>
            <translation>Wie das Unternehmen diese Nummer nennt; die Nummer selbst, wenn sie keinen Namen hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>What the person typed into the search.</source>
            <translation>Was die Person in die Suche eingegeben hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Whatever stands in the link as “params[…]”, by the name it has there.</source>
            <translation>Alles, was im Link als „params[…]“ steht, unter dem Namen, den es dort hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Where the call stands: idle, connecting or connected.</source>
            <translation>Zustand des Anrufs: idle (wartet), connecting (wird verbunden) oder connected (verbunden).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Whether all of it works.</source>
            <translation>Ob alles zusammen funktioniert.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Whether it is one of a list of calls: true or false.</source>
            <translation>Ob er zu einer Anrufliste gehört: true oder false.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Whether it must be filled in: Y or N.</source>
            <translation>Ob es ausgefüllt werden muss: Y oder N.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Whether it takes several values: Y or N.</source>
            <translation>Ob es mehrere Werte annimmt: Y oder N.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Whether the channel is registered with that service.</source>
            <translation>Ob der Kanal bei diesem Dienst registriert ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Whether the connector has an error.</source>
            <translation>Ob beim Connector ein Fehler vorliegt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Whether the connector is switched on for this channel.</source>
            <translation>Ob der Connector für diesen Kanal aktiviert ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Whether the field is shown or edited: view or edit.</source>
            <translation>Ob das Feld angezeigt oder bearbeitet wird: view oder edit.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Whether the service outside is connected.</source>
            <translation>Ob der externe Dienst verbunden ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Who called whom: incoming, outgoing or callback.</source>
            <translation>Wer wen angerufen hat: incoming (eingehend), outgoing (ausgehend) oder callback (Rückruf).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_options.py" />
            <source>Who is searched for: CONTACT or COMPANY.</source>
            <translation>Wonach gesucht wird: CONTACT (Kontakt) oder COMPANY (Unternehmen).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Activity</source>
            <translation>Aktivität</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>BI analytics menu</source>
            <translation>Menü der BI-Analytik</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Background worker</source>
            <translation>Hintergrundprozess</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>CRM timeline button</source>
            <translation>Timeline-Schaltfläche</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>CRM, other places</source>
            <translation>CRM, weitere Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Chat: above the message field</source>
            <translation>Chat: über dem Eingabefeld</translation>
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
            <source>Contact Center tile</source>
            <translation>Kachel im Contact Center</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Custom field type</source>
            <translation>Eigener Feldtyp</translation>
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
            <translation>Menü eines Formulars</translation>
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
            <translation>Automatisierungsregeln</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Search for company details</source>
            <translation>Suche nach Details</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Settings of an Open Channel connector</source>
            <translation>Connector-Einstellungen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Tab in a card</source>
            <translation>Tab in einem Formular</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Task: tab and side panel</source>
            <translation>Aufgabe: Tab und Seitenleiste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Tasks: menus and panels</source>
            <translation>Aufgaben: Menüs und Leisten</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>The app's own address</source>
            <translation>Eigene Adresse der App</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>User profile</source>
            <translation>Nutzerprofil</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>type {number}</source>
            <translation>Smartprozess {number}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>{family}: {object}</source>
            <translation>{family}: {object}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>{what} ({which})</source>
            <translation>{what} ({which})</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>{what}: {before} → {after}</source>
            <translation>{what}: {before} → {after}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Browsers do not show an http page inside an https portal.</source>
            <translation>Browser zeigen keine http-Seite in einem https-Portal an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Enter the https address of the page that answers for the widget.</source>
            <translation>Geben Sie die https-Adresse der Seite ein, die im Widget geladen wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>It has {length} characters; a portal stores {limit}.</source>
            <translation>Sie hat {length} Zeichen; ein Portal speichert {limit}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Only this computer can open that address.</source>
            <translation>Diese Adresse kann nur dieser Computer öffnen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse HTTPS:// in capitals.</source>
            <translation>Portale lehnen HTTPS:// in Großbuchstaben ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse short names such as “{host}”.</source>
            <translation>Portale lehnen Kurznamen wie „{host}“ ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse {scheme}:// addresses.</source>
            <translation>Portale lehnen {scheme}://-Adressen ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Remove the blank, or write it as %20.</source>
            <translation>Entfernen Sie das Leerzeichen oder schreiben Sie es als %20.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The handler address has a blank in it.</source>
            <translation>Die Handler-Adresse enthält ein Leerzeichen.</translation>
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
            <source>The handler address must begin with https:// in small letters.</source>
            <translation>Die Handler-Adresse muss mit https:// in Kleinbuchstaben beginnen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The handler's host must have a dot in it.</source>
            <translation>Der Hostname des Handlers muss einen Punkt enthalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>There is no handler address.</source>
            <translation>Die Handler-Adresse fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>This is not a web address.</source>
            <translation>Dies ist keine Webadresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use a shorter address, for example by moving parameters to your server.</source>
            <translation>Verwenden Sie eine kürzere Adresse, indem Sie z. B. Parameter auf Ihren Server verlagern.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use an https address.</source>
            <translation>Verwenden Sie eine https-Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use it for tries; other people's browsers need an address they can reach.</source>
            <translation>Verwenden Sie sie für Tests; die Browser anderer Personen brauchen eine für sie erreichbare Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use the full name, as in widgets.example.com; for tries on this computer, 127.0.0.1.</source>
            <translation>Verwenden Sie den vollständigen Namen, z. B. widgets.example.com; für Tests auf diesem Computer 127.0.0.1.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Write it as in https://widgets.example.com/bitrix24.</source>
            <translation>Geben Sie sie in dieser Form an: https://widgets.example.com/bitrix24.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Write it as in {address}.</source>
            <translation>Schreiben Sie sie so: {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>https:// is missing at the beginning of the handler address.</source>
            <translation>Am Anfang der Handler-Adresse fehlt https://.</translation>
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
            <location filename="bxdesk/placements/layouts/layout_export.py" />
            <source>A layout cannot name all that stands there.</source>
            <translation>Ein Layout kann nicht alles wiedergeben, was dort steht.</translation>
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
            <translation>Auch für externe Nutzer (Extranet)</translation>
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
            <source>Height of the frame (percent)</source>
            <translation>Höhe des Frames (Prozent)</translation>
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
            <translation>Limettengrün</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Marengo</source>
            <translation>Marengo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Mint</source>
            <translation>Mintgrün</translation>
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
            <translation>Wer es sieht</translation>
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
            <translation>Text des Hinweises für neue Nutzer</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Title of the notice to new users</source>
            <translation>Titel des Hinweises für neue Nutzer</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Width of the frame (percent)</source>
            <translation>Breite des Frames (Prozent)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Workgroups (their numbers)</source>
            <translation>Projektgruppen (Nummern)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>It may have refused a part of it, or somebody else changed it at the same moment.</source>
            <translation>Vielleicht hat es einen Teil davon abgelehnt, oder jemand anderes hat im selben Moment etwas geändert.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>Refresh, compare, and apply again.</source>
            <translation>Aktualisieren Sie, vergleichen Sie und wenden Sie die Änderungen erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>The portal took the change, but what stands there now is something else.</source>
            <translation>Das Portal hat die Änderung angenommen, aber jetzt steht dort etwas anderes.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>CRM (crm)</source>
            <translation>CRM (crm)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Calendar (calendar)</source>
            <translation>Kalender (calendar)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Contact Center (contact_center)</source>
            <translation>Contact Center (contact_center)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Open Channels (imopenlines)</source>
            <translation>Kommunikationskanäle (imopenlines)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Tasks (task)</source>
            <translation>Aufgaben (task)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Telephony (telephony)</source>
            <translation>Telefonie (telephony)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Users (user)</source>
            <translation>Nutzer (user)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Widget embedding (placement)</source>
            <translation>Anwendungseinbettung (placement)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Workgroups (sonet_group)</source>
            <translation>Projektgruppen (sonet_group)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>{permission}</source>
            <translation>{permission}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A button at the top right of a report in CRM analytics. Reports without settings of their own lack it.</source>
            <translation>Eine Schaltfläche oben rechts in einem Bericht der CRM-Analytik. Bei Berichten ohne eigene Einstellungen fehlt sie.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A button at the top right of the window for automation rules.</source>
            <translation>Eine Schaltfläche oben rechts im Fenster der Automatisierungsregeln.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A button at the top right of the window “Sales pipelines and tunnels”, which opens from the list of pipelines above a kanban.</source>
            <translation>Eine Schaltfläche oben rechts im Fenster „Verkaufspipelines und Tunnels“, das sich aus der Liste der Pipelines über einem Kanban öffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A button at the top right of the window “Task automation” of a workgroup.</source>
            <translation>Eine Schaltfläche oben rechts im Fenster „Aufgabenautomatisierung“ einer Projektgruppe.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A button at the top right of the window “Task automation”, for a person's and a project's tasks.</source>
            <translation>Eine Schaltfläche oben rechts im Fenster „Aufgabenautomatisierung“, für die Aufgaben einer Person oder eines Projekts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A source for the search in a company's or contact's “Details”.</source>
            <translation>Eine Quelle für die Suche in den detaillierten Informationen eines Unternehmens oder Kontakts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A source for the search in the form for bank details.</source>
            <translation>Eine Quelle für die Suche im Formular der Bankverbindung.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A tab in the row at the top of a card; with little room it is under “More”.</source>
            <translation>Ein Tab in der oberen Zeile eines Formulars; bei wenig Platz unter „Mehr“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A tab of the card that opens during a phone call.</source>
            <translation>Ein Tab des Fensters, das sich während eines Anrufs öffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A tile at the bottom of the Contact Center, among the partner solutions.</source>
            <translation>Eine Kachel unten im Contact Center, bei den Partnerlösungen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>A view of a calendar, after “Day”, “Week” and “Month”.</source>
            <translation>Eine Ansicht eines Kalenders, nach „Tag“, „Woche“ und „Monat“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry at the end of a message's menu “•••”, under “More”.</source>
            <translation>Ein Eintrag am Ende des Menüs „•••“ einer Nachricht, unter „Mehr“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry below the clients that are found while somebody types into the client's field of a card; it comes with the third letter.</source>
            <translation>Ein Eintrag unter den Kunden, die bei der Eingabe in das Kundenfeld eines Formulars gefunden werden; er erscheint ab dem dritten Buchstaben.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of a workgroup's menu, at its end under “More”; in the new view of projects an entry of the menu “•••” of a project.</source>
            <translation>Ein Eintrag im Menü einer Projektgruppe, an dessen Ende unter „Mehr“; in der neuen Projektansicht ein Eintrag im Menü „•••“ eines Projekts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the bar above a card's timeline, where “Activity” and “Comment” are; as a rule it is under “More”.</source>
            <translation>Ein Eintrag der Leiste über der Timeline eines Formulars, in der „Aktivität“ und „Kommentar“ stehen; in der Regel unter „Mehr“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the bar above a chat's message field. People show that bar with the button for applications at the right end of the field.</source>
            <translation>Ein Eintrag der Leiste über dem Eingabefeld eines Chats. Man blendet sie mit der Schaltfläche für Anwendungen am rechten Ende des Felds ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the block “Applications” at the bottom of a chat's side panel.</source>
            <translation>Ein Eintrag im Block „Anwendungen“ unten in der Seitenleiste eines Chats.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the group “Applications” in the portal's main menu.</source>
            <translation>Ein Eintrag der Gruppe „Anwendungen“ im Hauptmenü des Portals.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the left menu of the call statistics, below the reports.</source>
            <translation>Ein Eintrag im linken Menü der Anrufstatistik, unter den Berichten.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the menu at the beginning of a row in a list, under “Market”.</source>
            <translation>Ein Eintrag im Menü am Anfang einer Zeile in einer Liste, unter „Market“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the menu at the beginning of a task's row, under “Market”.</source>
            <translation>Ein Eintrag im Menü am Anfang der Zeile einer Aufgabe, unter „Market“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the menu at the top right above a list.</source>
            <translation>Ein Eintrag im Menü oben rechts über einer Liste.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the menu at the top right above a person's tasks.</source>
            <translation>Ein Eintrag im Menü oben rechts über den Aufgaben einer Person.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the menu at the top right above a workgroup's tasks.</source>
            <translation>Ein Eintrag im Menü oben rechts über den Aufgaben einer Projektgruppe.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the menu at the top right of a card, left of “Document”.</source>
            <translation>Ein Eintrag im Menü oben rechts in einem Formular, links von „Dokument“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the menu at the top right of a colleague's profile.</source>
            <translation>Ein Eintrag im Menü oben rechts im Profil eines Kollegen oder einer Kollegin.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the menu “Apps” above the message field, in the mobile app. Not every portal has this menu. The app shows it to everybody and in all chats, whatever the options say.</source>
            <translation>Ein Eintrag im Menü „Apps“ über dem Eingabefeld der mobilen App. Nicht jedes Portal hat dieses Menü. Die mobile App zeigt ihn allen und in allen Chats, was auch immer die Optionen sagen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the menu “•••” beside a workgroup's name, under “Extensions”. The new view of projects no longer has it.</source>
            <translation>Ein Eintrag im Menü „•••“ neben dem Namen einer Projektgruppe, unter „Erweiterungen“. In der neuen Projektansicht gibt es ihn nicht mehr.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the menu “•••” of a single record in the timeline, under “Extensions”.</source>
            <translation>Ein Eintrag im Menü „•••“ eines einzelnen Timeline-Eintrags, unter „Erweiterungen“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry of the messenger's own navigation, beside “Chats” and “Channels”, often under “More”. The widget takes the whole room of the messenger.</source>
            <translation>Ein Eintrag in der Navigation des Messengers, neben „Chats“ und „Kanäle“, oft unter „Mehr“. Das Widget füllt den gesamten Messenger aus.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry under “Applications” in the left menu of CRM analytics.</source>
            <translation>Ein Eintrag unter „Anwendungen“ im linken Menü der CRM-Analytik.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry under “Extensions” in the menu that opens from one's own picture.</source>
            <translation>Ein Eintrag unter „Erweiterungen“ in dem Menü, das sich über das eigene Profilbild öffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>An entry under “Extensions” in the menu that “Document” opens at the top of a card.</source>
            <translation>Ein Eintrag unter „Erweiterungen“ im Menü, das sich mit „Dokument“ oben in einem Formular öffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>Inside a field of a CRM card: the app shows the value and takes it in. The portal sets it when the app registers its type of field; it cannot be bound by hand.</source>
            <translation>In einem Feld eines CRM-Formulars: Die App zeigt den Wert an und nimmt ihn entgegen. Das Portal setzt es, wenn die App ihren Feldtyp registriert; von Hand lässt es sich nicht einbinden.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>Newer portals show all three places of a task alike, as a row in the block “Applications” under the task's own fields: one of them is enough.</source>
            <translation>Neuere Portale zeigen alle drei Orte einer Aufgabe gleich an, als Zeile im Block „Anwendungen“ unter den eigenen Feldern der Aufgabe: Einer davon genügt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>Nowhere by itself: it opens when somebody follows a link “/marketplace/view/…/” in a message, comment or task. For “…” stands the app's client ID.</source>
            <translation>Nirgends von selbst: Sie öffnet sich, wenn jemand in einer Nachricht, einem Kommentar oder einer Aufgabe auf einen Link „/marketplace/view/…/“ klickt. Statt „…“ steht dort die Client-ID der App.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>Nowhere: it runs unseen on every page of the portal. The portal removes one that takes longer than five seconds to answer more than ten times a day.</source>
            <translation>Nirgends: Er läuft unsichtbar auf jeder Seite des Portals. Braucht er mehr als zehnmal am Tag länger als fünf Sekunden für eine Antwort, entfernt ihn das Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>The last entry of the group “BI analytics” in CRM analytics. The portal opens the handler without telling it anything.</source>
            <translation>Der letzte Eintrag der Gruppe „BI-Analytik“ in der CRM-Analytik. Das Portal öffnet den Handler, ohne ihm Daten zu übergeben.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>The page that opens when somebody connects a channel in the Contact Center. The portal sets it when the app registers its connector; it cannot be bound by hand.</source>
            <translation>Die Seite, die sich öffnet, wenn jemand im Contact Center einen Kanal verbindet. Das Portal setzt sie, wenn die App ihren Connector registriert; von Hand lässt sie sich nicht einbinden.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>{newer} On older portals this one is a button at the top.</source>
            <translation>{newer} Auf älteren Portalen ist dieser Ort eine Schaltfläche oben.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>{newer} On older portals this one is a tab.</source>
            <translation>{newer} Auf älteren Portalen ist dieser Ort ein Tab.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_notes.py" />
            <source>{newer} On older portals this one is in the panel at the right.</source>
            <translation>{newer} Auf älteren Portalen ist dieser Ort in der rechten Seitenleiste.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Analytics menu</source>
            <translation>Menü der Analytik</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Analytics toolbar</source>
            <translation>Symbolleiste der Analytik</translation>
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
            <translation>Anruffenster</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Company details</source>
            <translation>Details zum Unternehmen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Deal (code without documentation)</source>
            <translation>Auftrag (Code ohne Dokumentation)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu above a person's tasks</source>
            <translation>Menü über den Aufgaben einer Person</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu above a workgroup's tasks</source>
            <translation>Menü über den Aufgaben einer Projektgruppe</translation>
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
            <translation>Menü einer Projektgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Mobile app</source>
            <translation>Mobile App</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Robots of a workgroup</source>
            <translation>Automatisierungsregeln einer Projektgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Robots of tasks</source>
            <translation>Automatisierungsregeln für Aufgaben</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Search in a card</source>
            <translation>Suche in einem Formular</translation>
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
            <translation>Tab einer Projektgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Telephony analytics menu</source>
            <translation>Menü der Telefonie-Analytik</translation>
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
            <source>Delete it and enter it once more.</source>
            <translation>Löschen Sie es und geben Sie es noch einmal ein.</translation>
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
            <translation>Geben Sie ihn ein oder entfernen Sie die Sprache.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter the name of a Font Awesome 4 icon, as in fa-paper-plane; 50 characters at most.</source>
            <translation>Geben Sie den Namen eines Symbols von Font Awesome 4 ein, z. B. fa-paper-plane; höchstens 50 Zeichen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter the text that people will see.</source>
            <translation>Geben Sie den Text ein, der zu sehen sein soll.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter whole numbers with commas between them, as in 1,2.</source>
            <translation>Geben Sie ganze Zahlen getrennt durch Kommas ein, z. B. 1,2.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Shorten it.</source>
            <translation>Kürzen Sie den Text.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The title in {language} is missing.</source>
            <translation>Der Titel auf {language} fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The widget has no title.</source>
            <translation>Das Widget hat keinen Titel.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The {name} has half a character in it.</source>
            <translation>Enthält ein halbes Zeichen: {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The {name} in {language} has half a character in it.</source>
            <translation>Enthält ein halbes Zeichen: {name} ({language}).</translation>
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
            <translation>Es wurde nichts daran verändert. Aktualisieren Sie, sehen Sie es sich an und planen Sie neu.</translation>
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
            <translation>Geben Sie die Adresse mit https:// an oder ohne etwas vor dem Namen.</translation>
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
            <translation>Fügen Sie dem Portal eine lokale Anwendung hinzu und melden Sie sich mit deren Schlüsseln an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Add the app to the portal again, then sign in with its new keys.</source>
            <translation>Fügen Sie die App dem Portal erneut hinzu und melden Sie sich dann mit den neuen Schlüsseln an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>An app may bind this placement only once.</source>
            <translation>Eine App darf diese Platzierung nur einmal einbinden.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask an administrator to give you access to the app.</source>
            <translation>Bitten Sie einen Administrator um Zugriff auf die App.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask the portal's owner to change the plan, or to activate a trial of the market.</source>
            <translation>Bitten Sie den Inhaber des Portals, den Tarif zu wechseln oder das Market-Abonnement zu testen.</translation>
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
            <translation>Prüfen Sie die Adresse und Ihr Netzwerk und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address; if it is right, try again in a moment.</source>
            <translation>Prüfen Sie die Adresse; wenn sie stimmt, versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the code and the permissions in the app's card.</source>
            <translation>Prüfen Sie den Code und die Berechtigungen in den App-Einstellungen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Copy both again from the app's card on this portal: another portal's keys do not fit.</source>
            <translation>Kopieren Sie beides erneut aus den App-Einstellungen in diesem Portal: Die Schlüssel eines anderen Portals passen nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Correct the permissions in the app's card.</source>
            <translation>Korrigieren Sie die Berechtigungen in den App-Einstellungen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Correct what it names, then apply again.</source>
            <translation>Korrigieren Sie, was es bemängelt, und wenden Sie die Änderungen dann erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>If it is a server of your own, its public part may be closed for a time: look in the main module's settings. If the portal is gone, sign out of it here.</source>
            <translation>Wenn es ein eigener Server ist, kann sein öffentlicher Teil vorübergehend geschlossen sein: Sehen Sie in den Einstellungen des Hauptmoduls nach. Wenn es das Portal nicht mehr gibt, melden Sie sich hier davon ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>It may stand behind a proxy of yours: this one must tell it that the request came over https.</source>
            <translation>Möglicherweise steht es hinter einem Proxy von Ihnen: Dieser muss ihm mitteilen, dass die Anfrage über https kam.</translation>
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
            <translation>Öffnen Sie die App-Einstellungen im Portal, speichern Sie sie und melden Sie sich dann erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Open the app's card on the portal, tick the permission, save, and refresh here.</source>
            <translation>Öffnen Sie die App-Einstellungen im Portal, aktivieren Sie die Berechtigung, speichern Sie und aktualisieren Sie hier.</translation>
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
            <translation>Verlängern Sie ihn im Portal und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign in again with the new address.</source>
            <translation>Melden Sie sich mit der neuen Adresse erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign in as an administrator of the portal, or ask one to do this.</source>
            <translation>Melden Sie sich als Administrator des Portals an oder bitten Sie einen Administrator darum.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The address may belong to something else, or a proxy or the portal failed on the way.</source>
            <translation>Vielleicht gehört die Adresse zu etwas anderem, oder ein Proxy oder das Portal hatte unterwegs eine Störung.</translation>
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
            <source>The portal found no valid sign-in in the request.</source>
            <translation>Das Portal hat in der Anfrage keine gültige Anmeldung gefunden.</translation>
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
            <source>The portal is closed or no longer exists.</source>
            <translation>Das Portal ist geschlossen oder existiert nicht mehr.</translation>
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
            <source>The portal refused: {reason}</source>
            <translation>Ablehnung durch das Portal: {reason}</translation>
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
            <source>The portal wants to be called over https.</source>
            <translation>Das Portal möchte über https aufgerufen werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal's code for this is {code}.</source>
            <translation>Der Fehlercode des Portals lautet {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal's plan does not include REST.</source>
            <translation>Der Tarif des Portals umfasst kein REST.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The session has ended.</source>
            <translation>Die Sitzung ist abgelaufen.</translation>
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
            <translation>Diese Platzierung kann nicht für einzelne Nutzer eingebunden werden.</translation>
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
            <translation>Verwenden Sie eine Adresse auf dem Host, der in den App-Einstellungen steht.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an https address with a full host name.</source>
            <translation>Verwenden Sie eine https-Adresse mit vollständigem Hostnamen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Wait a moment and try again.</source>
            <translation>Warten Sie einen Moment und versuchen Sie es erneut.</translation>
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
            <location filename="bxdesk/portal/http.py" />
            <source>It took too long to answer</source>
            <translation>Die Antwort hat zu lange gedauert</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>Its certificate is not trusted by this system</source>
            <translation>Dieses System vertraut seinem Zertifikat nicht</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>No connection could be made</source>
            <translation>Es konnte keine Verbindung hergestellt werden</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>The connection broke off</source>
            <translation>Die Verbindung wurde unterbrochen</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>The proxy did not let the request through (a user and password for it are entered in Settings)</source>
            <translation>Der Proxy hat die Anfrage nicht durchgelassen (Benutzer und Passwort dafür geben Sie in den Einstellungen ein)</translation>
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
            <translation>Keine brauchbare Antwort von {host}; die Anfrage wird wiederholt…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting {seconds} s: {host} allows no more for now…</source>
            <translation>Bitte {seconds} s warten: {host} lässt vorerst keine weiteren Anfragen zu…</translation>
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
            <translation>Nur Administratoren dürfen Smartprozesse sehen sowie Widgets einer App sehen und ändern.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Open the app's card on the portal, tick “Script only (no user interface)”, leave the install path empty and save. An app with an interface is complete when its install page calls BX24.installFinish() inside the portal.</source>
            <translation>Öffnen Sie die App-Einstellungen im Portal, kreuzen Sie „Nur Skript (keine Benutzeroberfläche)“ an, lassen Sie den Installationspfad leer und speichern Sie. Bei einer App mit Oberfläche ist die Installation abgeschlossen, wenn ihre Installationsseite im Portal BX24.installFinish() aufruft.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Renew it on the portal.</source>
            <translation>Verlängern Sie ihn im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Sign in as an administrator, or ask one to do this.</source>
            <translation>Melden Sie sich als Administrator an oder bitten Sie einen Administrator darum.</translation>
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
            <translation>Das Portal zeigt seine Smartprozesse nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>The portal does not show the app's widgets.</source>
            <translation>Das Portal zeigt die Widgets der App nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>{name} is not an administrator of the portal.</source>
            <translation>{name} gehört nicht zu den Administratoren des Portals.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/transport.py" />
            <source>Enter it as in http://proxy.example.com:3128, or choose to go without one. If it asks for a user and password: http://USER:PASSWORD@proxy.example.com:3128, with %40 for @ and %2F for /.</source>
            <translation>Geben Sie ihn in der Form http://proxy.example.com:3128 ein oder wählen Sie eine Verbindung ohne Proxy. Verlangt er Benutzer und Passwort: http://BENUTZER:PASSWORT@proxy.example.com:3128, mit %40 für @ und %2F für /.</translation>
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
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="bxdesk/words.py" />
            <source>{first}, {next}</source>
            <translation>{first}, {next}</translation>
        </message>
        <message>
            <location filename="bxdesk/words.py" />
            <source>{first}; {next}</source>
            <translation>{first}; {next}</translation>
        </message>
    </context>
</TS>
