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
            <source>Somebody signed out meanwhile.</source>
            <translation>Jemand hat sich inzwischen abgemeldet.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>The client secret for {portal} is no longer kept.</source>
            <translation>Das Client-Secret für {portal} ist nicht mehr gespeichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>The keyring holds no key for it that bxdesk has written.</source>
            <translation>Der Schlüsselbund hält dafür keinen Schlüssel, den bxdesk geschrieben hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>{portal} is no longer connected.</source>
            <translation>{portal} ist nicht mehr verbunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>Already signed in</source>
            <translation>Bereits angemeldet</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>Not understood</source>
            <translation>Anfrage nicht verstanden</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>Nothing here</source>
            <translation>Hier gibt es nichts</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>This answer was used already. Close this tab.</source>
            <translation>Diese Antwort wurde bereits verwendet. Schließen Sie diesen Tab.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>This is not a request bxdesk answers.</source>
            <translation>Auf diese Anfrage antwortet bxdesk nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>You are signed in</source>
            <translation>Sie sind angemeldet</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>bxdesk is connected, and the installation of the application is being completed.</source>
            <translation>bxdesk ist verbunden, und die Installation der Anwendung wird gerade abgeschlossen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>bxdesk is connected. You may close this tab.</source>
            <translation>bxdesk ist verbunden. Sie können diesen Tab schließen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>bxdesk waits for a sign-in at another address.</source>
            <translation>bxdesk wartet unter einer anderen Adresse auf eine Anmeldung.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>{explanation} {hint}</source>
            <translation>{explanation} {hint}</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/connections.py" />
            <source>The list of connections</source>
            <translation>Liste der Verbindungen</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Another portal answered: {portal}.</source>
            <translation>Es hat ein anderes Portal geantwortet: {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Another portal answers at {portal} now.</source>
            <translation>Unter {portal} antwortet jetzt ein anderes Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Check the address, and sign in with the one that the portal really has.</source>
            <translation>Prüfen Sie die Adresse und melden Sie sich mit der tatsächlichen Adresse des Portals an.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>If it was set up anew or restored from a copy, forget the connection, then connect it anew.</source>
            <translation>Wenn es neu eingerichtet oder aus einer Kopie wiederhergestellt wurde, vergessen Sie die Verbindung und verbinden Sie es neu.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Its answer has no member_id.</source>
            <translation>Seine Antwort hat keine member_id.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Its identity (member_id) is {found}, and not {wanted}.</source>
            <translation>Seine Kennung (member_id) ist {found} und nicht {wanted}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Sign in again. If this is said again, tell the portal's support.</source>
            <translation>Melden Sie sich noch einmal an. Wenn dies wieder erscheint, wenden Sie sich an den Support des Portals.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>The portal does not take the key that it has just given.</source>
            <translation>Das Portal nimmt den Schlüssel nicht an, den es eben ausgegeben hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>You asked for {portal}.</source>
            <translation>Angemeldet werden sollte {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>{portal} does not say which portal it is.</source>
            <translation>{portal} sagt nicht, welches Portal es ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Application ID (client_id)</source>
            <translation>Anwendungs-ID (client_id)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Application completes the installation itself</source>
            <translation>Anwendung schließt die Installation selbst ab</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Application key (client_secret)</source>
            <translation>Anwendungsschlüssel (client_secret)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Assign permissions</source>
            <translation>Rechte zuweisen</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>CRM: timelines, cards, lists</source>
            <translation>CRM: Timelines, Formulare, Listen</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Choose it, not “Static”.</source>
            <translation>Wählen Sie dies, nicht „Statisch“.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Contact Center</source>
            <translation>Contact Center</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Enter this address:</source>
            <translation>Geben Sie diese Adresse ein:</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Initial installation path</source>
            <translation>Pfad für die Erstinstallation</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Leave it empty, in every language.</source>
            <translation>Lassen Sie es leer, in jeder Sprache.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Leave it empty.</source>
            <translation>Lassen Sie es leer.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Leave it off.</source>
            <translation>Lassen Sie es aus.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Menu item text</source>
            <translation>Text des Menüpunkts</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Script only (no user interface)</source>
            <translation>Nur Skript (ohne Oberfläche)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Tasks</source>
            <translation>Aufgaben</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Telephony</source>
            <translation>Telefonie</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>The portal has REST access: by its plan, by a Market subscription, or by a trial.</source>
            <translation>Das Portal hat Zugriff auf REST: durch seinen Tarif, ein Market-Abonnement oder eine Testphase.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>This is a webhook's address. Only the portal's name is taken from it: a webhook cannot place widgets, a local application can. The rest of the address is a secret, like a password.</source>
            <translation>Dies ist die Adresse eines Webhooks. Daraus wird nur der Name des Portals übernommen: Ein Webhook kann keine Widgets platzieren, eine lokale Anwendung schon. Der Rest der Adresse ist geheim wie ein Passwort.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Tick it. Some portals call it “Application uses API only”.</source>
            <translation>Haken Sie es an. Manche Portale nennen es „Anwendung nutzt nur die API“.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>User profiles</source>
            <translation>Nutzerprofile</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Workgroups</source>
            <translation>Projektgruppen</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>You may create applications there. Administrators may; to others an administrator grants it under Settings &gt; Security &gt; Bitrix24 integrations. Where “Local application” is missing from the page, you may not.</source>
            <translation>Sie dürfen dort Anwendungen anlegen. Administratoren dürfen es; anderen gibt es ein Administrator unter Einstellungen &gt; Sicherheit &gt; Bitrix24-Integrationen. Wo „Lokale Anwendung“ auf der Seite fehlt, dürfen Sie es nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Your handler path</source>
            <translation>Ihr Handler-Pfad</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/portal_session.py" />
            <source>It says {named} instead of {kept}. No key was sent there.</source>
            <translation>Dort steht {named} statt {kept}. Es wurde kein Schlüssel dorthin gesendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/portal_session.py" />
            <source>The list of connections names another address than the one you signed in at.</source>
            <translation>Die Liste der Verbindungen nennt eine andere Adresse als die, an der Sie sich angemeldet haben.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/portal_session.py" />
            <source>You are not signed in to {portal}.</source>
            <translation>Sie sind bei {portal} nicht angemeldet.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/redirect.py" />
            <source>“{address}” is no address for “Your handler path”.</source>
            <translation>„{address}“ ist keine Adresse für „Ihr Handler-Pfad“.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>An answer came that belongs to another sign-in.</source>
            <translation>Es kam eine Antwort, die zu einer anderen Anmeldung gehört.</translation>
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
            <source>Open the sign-in page again and press Allow.</source>
            <translation>Öffnen Sie die Anmeldeseite noch einmal und drücken Sie „Erlauben“.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Open the sign-in page again.</source>
            <translation>Öffnen Sie die Anmeldeseite noch einmal.</translation>
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
            <source>Use the page that was opened last, or start the sign-in again.</source>
            <translation>Verwenden Sie die zuletzt geöffnete Seite oder starten Sie die Anmeldung neu.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>It is removed the next time that bxdesk uses the keyring.</source>
            <translation>Er wird entfernt, wenn bxdesk den Schlüsselbund das nächste Mal benutzt.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>The keyring could not be reached.</source>
            <translation>Der Schlüsselbund war nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>Waiting: another bxdesk is changing the connections…</source>
            <translation>Warten: Ein anderes bxdesk ändert gerade die Verbindungen…</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>{portal} was removed here, but its key may still be in your keyring.</source>
            <translation>{portal} wurde hier entfernt, der Schlüssel befindet sich aber möglicherweise noch in Ihrem Schlüsselbund.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>A key has 44 characters, and ends in “=”.</source>
            <translation>Ein Schlüssel hat 44 Zeichen und endet auf „=“.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>A vault opens with the key that it was made with, and with no other.</source>
            <translation>Ein Tresor lässt sich nur mit dem Schlüssel öffnen, mit dem er angelegt wurde, und mit keinem anderen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>It is of version {found}; this bxdesk reads version {known}.</source>
            <translation>Er hat die Version {found}; dieses bxdesk liest die Version {known}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>It was cut off, changed, or never written by bxdesk.</source>
            <translation>Er wurde abgeschnitten, verändert oder nie von bxdesk geschrieben.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>Name another file, or put back a copy of it. It was left as it is.</source>
            <translation>Geben Sie eine andere Datei an oder stellen Sie eine Kopie davon wieder her. Er wurde unverändert gelassen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The key of the vault {path} was not given.</source>
            <translation>Der Schlüssel des Tresors {path} wurde nicht angegeben.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The vault {path} is damaged, or none at all.</source>
            <translation>Der Tresor {path} ist beschädigt oder gar keiner.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The vault {path} was made with another key.</source>
            <translation>Der Tresor {path} wurde mit einem anderen Schlüssel angelegt.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The vault {path} was written by another version of bxdesk.</source>
            <translation>Der Tresor {path} wurde von einer anderen Version von bxdesk geschrieben.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>Use the bxdesk that wrote it. It was left as it is.</source>
            <translation>Verwenden Sie das bxdesk, das ihn geschrieben hat. Er wurde unverändert gelassen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>What was given as the key of the vault {path} is none.</source>
            <translation>Was als Schlüssel des Tresors {path} angegeben wurde, ist keiner.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>Without it nothing in the vault can be read.</source>
            <translation>Ohne ihn kann im Tresor nichts gelesen werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>A part of it is not installed.</source>
            <translation>Ein Teil davon ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It could not be opened.</source>
            <translation>Er ließ sich nicht öffnen.</translation>
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
            <source>It gave no reason.</source>
            <translation>Er hat keinen Grund genannt.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It is locked.</source>
            <translation>Er ist gesperrt.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It refused to keep a key.</source>
            <translation>Er hat es abgelehnt, einen Schlüssel aufzubewahren.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It refused to remove a key.</source>
            <translation>Er hat es abgelehnt, einen Schlüssel zu entfernen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Its password was asked for and not entered.</source>
            <translation>Nach seinem Passwort wurde gefragt, und es wurde nicht eingegeben.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Its service does not run.</source>
            <translation>Sein Dienst läuft nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Its service reported a fault.</source>
            <translation>Sein Dienst hat einen Fehler gemeldet.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>The connection to it broke off.</source>
            <translation>Die Verbindung zu ihm brach ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>The system does not let bxdesk use it.</source>
            <translation>Das System erlaubt bxdesk nicht, ihn zu benutzen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>There is none in this session.</source>
            <translation>In dieser Sitzung ist keiner vorhanden.</translation>
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
            <location filename="bxdesk/accounts/signin.py" />
            <source>Another program, or another sign-in, uses it already.</source>
            <translation>Ein anderes Programm oder eine andere Anmeldung verwendet ihn bereits.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Copy it from the app's card on the portal.</source>
            <translation>Kopieren Sie den Wert aus den App-Einstellungen im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>It took too long to answer</source>
            <translation>Die Antwort hat zu lange gedauert</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>No answer came back from the browser.</source>
            <translation>Vom Browser kam keine Antwort.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Port {port} of this computer cannot be used.</source>
            <translation>Port {port} dieses Computers kann nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The browser's answer would not come here.</source>
            <translation>Die Antwort des Browsers würde hier nicht ankommen.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The system says: {reason}.</source>
            <translation>Das System meldet: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>There is no {name}.</source>
            <translation>{name} fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>When a sign-in is refused, the portal says so on its own page and sends nothing back.</source>
            <translation>Wird eine Anmeldung abgelehnt, zeigt das Portal das auf seiner eigenen Seite an und sendet nichts zurück.</translation>
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
            <source>“Your handler path” is not on this computer: {address}</source>
            <translation>„Ihr Handler-Pfad“ liegt nicht auf diesem Computer: {address}</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/transfer.py" />
            <source>Export it anew.</source>
            <translation>Exportieren Sie es erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/transfer.py" />
            <source>There is no connection with its keys in what was given.</source>
            <translation>Das Übergebene enthält keine Verbindung mit ihren Schlüsseln.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/vault.py" />
            <source>The vault</source>
            <translation>Der Tresor</translation>
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
            <source>{first} {next}</source>
            <translation>{first} {next}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/history.py" />
            <source>Open the history again.</source>
            <translation>Öffnen Sie den Verlauf erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/history.py" />
            <source>This is no longer in the history.</source>
            <translation>Dies ist nicht mehr im Verlauf vorhanden.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>No more was sent. Make room on the disk, then apply again: what was begun is recovered first.</source>
            <translation>Es wurde nichts weiter gesendet. Schaffen Sie Platz auf dem Datenträger und wenden Sie die Änderungen erneut an: Zuerst wird wiederhergestellt, was begonnen wurde.</translation>
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
            <location filename="bxdesk/changes/journal_log.py" />
            <source>A part of this stands half-way.</source>
            <translation>Ein Teil davon ist nur halb ausgeführt.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_log.py" />
            <source>Apply again when the cause is cured: what stands half-way is recovered first.</source>
            <translation>Wenden Sie die Änderungen erneut an, sobald die Ursache behoben ist: Zuerst wird wiederhergestellt, was unvollständig ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_log.py" />
            <source>It could be neither done nor put back. What stood there before is kept in the journal.</source>
            <translation>Er konnte weder ausgeführt noch zurückgenommen werden. Der vorherige Stand ist im Journal festgehalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>It has version {version}; this bxdesk reads version {known}.</source>
            <translation>Es hat die Version {version}; dieses bxdesk liest die Version {known}.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>It was left as it is, and holds nothing up. Look at it, then move it away.</source>
            <translation>Es wurde unverändert gelassen und blockiert nichts. Sehen Sie es sich an und verschieben Sie es dann an einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>It was left as it is. Use the newer bxdesk to recover or take back what it holds.</source>
            <translation>Es blieb, wie es ist. Verwenden Sie das neuere bxdesk, um seinen Inhalt wiederherzustellen oder zurückzunehmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>Its first line is incomplete.</source>
            <translation>Die erste Zeile ist unvollständig.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>Its first line is not what bxdesk writes there.</source>
            <translation>Die erste Zeile entspricht nicht dem, was bxdesk dort schreibt.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>Its name is not that of a journal.</source>
            <translation>Sein Name ist nicht der eines Journals.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>The journal {path} is damaged.</source>
            <translation>Das Journal {path} ist beschädigt.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>The journal {path} was written by a newer bxdesk.</source>
            <translation>Das Journal {path} wurde von einer neueren Version von bxdesk geschrieben.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/portal_lock.py" />
            <source>Waiting: another bxdesk is changing {host}…</source>
            <translation>Bitte warten: Ein anderes bxdesk ändert gerade {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>Comparing what was cut off with what stands on {host}…</source>
            <translation>Das Unterbrochene wird mit dem Stand auf {host} verglichen…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>It could not be taken away: {reason}</source>
            <translation>Es konnte nicht entfernt werden: {reason}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>Taking away what a proof has bound on {host}…</source>
            <translation>Es wird entfernt, was ein Nachweis auf {host} eingebunden hat…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>What a proof has bound for a moment still stands on the portal.</source>
            <translation>Was ein Nachweis für einen Moment eingebunden hat, steht noch im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/unit_of_work.py" />
            <source>An earlier apply to {host} was cut off.</source>
            <translation>Ein früheres Anwenden auf {host} wurde unterbrochen.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/unit_of_work.py" />
            <source>What it left half-way must be finished or put back before anything else is changed there.</source>
            <translation>Was dabei halb fertig blieb, muss abgeschlossen oder zurückgenommen werden, bevor dort etwas anderes geändert wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/address_space.py" />
            <source>Chrome and Edge ask the person first, since versions 142 and 143, whether the portal may reach such an address, and show nothing until they agree; Firefox is about to do the same.</source>
            <translation>Chrome und Edge fragen seit den Versionen 142 und 143 erst, ob das Portal eine solche Adresse erreichen darf, und zeigen vorher nichts; Firefox will das auch tun.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Browsers show it letter by letter.</source>
            <translation>Browser zeigen sie Zeichen für Zeichen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Browsers show nothing in the frame and offer to save it, or block that.</source>
            <translation>Browser zeigen im Rahmen nichts und bieten an, sie zu speichern, oder blockieren das.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Chrome and Edge do not show the page in the portal, Firefox does.</source>
            <translation>Chrome und Edge zeigen die Seite im Portal nicht, Firefox schon.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It answers the portal's call with an error: HTTP {status}.</source>
            <translation>Sie beantwortet den Aufruf des Portals mit einem Fehler: HTTP {status}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It answers with HTTP {status}.</source>
            <translation>Sie antwortet mit HTTP {status}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It came within {seconds} seconds.</source>
            <translation>Sie kam innerhalb von {seconds} Sekunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It is a page.</source>
            <translation>Es ist eine Seite.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It is a page: “{words}”.</source>
            <translation>Es ist eine Seite: „{words}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler answer with Content-Type: text/html and without Content-Disposition.</source>
            <translation>Lassen Sie den Handler mit Content-Type: text/html und ohne Content-Disposition antworten.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler answer with Content-Type: text/html.</source>
            <translation>Lassen Sie den Handler mit Content-Type: text/html antworten.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler answer with an HTML page. An error in its script may have cut it off.</source>
            <translation>Lassen Sie den Handler mit einer HTML-Seite antworten. Vielleicht hat ein Fehler in seinem Skript sie abgeschnitten.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler know people by the portal's call (member_id, AUTH_ID), without a sign-in.</source>
            <translation>Lassen Sie den Handler die Leute am Aufruf des Portals erkennen (member_id, AUTH_ID), ohne Anmeldung.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler's server answer POST at {address} with the page.</source>
            <translation>Lassen Sie den Server des Handlers ein POST an {address} mit der Seite beantworten.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler's server send: Content-Security-Policy: frame-ancestors 'self' {portal}</source>
            <translation>Lassen Sie den Server des Handlers senden: Content-Security-Policy: frame-ancestors 'self' {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Look in the handler's server at what takes the time; show a page first and load the rest from it.</source>
            <translation>Sehen Sie im Server des Handlers nach, was so lange dauert; zeigen Sie zuerst eine Seite und laden Sie den Rest von dort nach.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Nothing forbids it.</source>
            <translation>Nichts verbietet es.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>People look at an empty frame meanwhile, each time they open it.</source>
            <translation>So lange sieht man bei jedem Öffnen einen leeren Rahmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>People see an empty frame.</source>
            <translation>Man sieht einen leeren Rahmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>People see it instead of the widget; signing in needs cookies that many browsers refuse there.</source>
            <translation>Man sieht sie statt des Widgets; die Anmeldung braucht Cookies, die viele Browser dort ablehnen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is a file to download ({kind}).</source>
            <translation>Die Antwort ist eine Datei zum Herunterladen ({kind}).</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is a page to sign in at: “{words}”.</source>
            <translation>Die Antwort ist eine Seite zum Anmelden: „{words}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is empty.</source>
            <translation>Die Antwort ist leer.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is plain text ({kind}), no page.</source>
            <translation>Die Antwort ist reiner Text ({kind}), keine Seite.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer's header says: {header}: {value}</source>
            <translation>In der Antwort steht die Kopfzeile: {header}: {value}</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The page can be opened, but takes no POST, which is how a portal calls it.</source>
            <translation>Die Seite lässt sich öffnen, nimmt aber kein POST an; so ruft ein Portal sie auf.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The page expects a mark of its own in every POST (CSRF), which a portal does not send.</source>
            <translation>Die Seite erwartet in jedem POST ein eigenes Merkmal (CSRF), das ein Portal nicht sendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The page is slow: {seconds} seconds.</source>
            <translation>Die Seite ist langsam: {seconds} Sekunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server asks for a user and password of its own.</source>
            <translation>Der Server verlangt einen eigenen Benutzer und ein Passwort.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server failed inside.</source>
            <translation>Im Server ist ein Fehler aufgetreten.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server forbids it. A firewall may stand in front of it, or a guard against forged requests.</source>
            <translation>Der Server verbietet es. Vielleicht steht eine Firewall davor oder ein Schutz gegen gefälschte Anfragen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server refuses the call.</source>
            <translation>Der Server lehnt den Aufruf ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>There is nothing at this address.</source>
            <translation>Unter dieser Adresse gibt es nichts.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{header} allows it.</source>
            <translation>{header} erlaubt es.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{host} forbids the portal to show its page.</source>
            <translation>{host} verbietet dem Portal, seine Seite zu zeigen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{meaning} The page says: “{words}”.</source>
            <translation>{meaning} Auf der Seite steht: „{words}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{policy}; it overrules X-Frame-Options, which cannot name a portal.</source>
            <translation>{policy}; das geht X-Frame-Options vor, das kein Portal nennen kann.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>It was sent by a page of another address than the portal's.</source>
            <translation>Er wurde von einer Seite mit einer anderen Adresse als der des Portals gesendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>PLACEMENT_OPTIONS is no JSON object.</source>
            <translation>PLACEMENT_OPTIONS ist kein JSON-Objekt.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>The call is a {method}, not a {other}.</source>
            <translation>Der Aufruf ist ein {method}, kein {other}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>member_id is not that of the portal that is signed in to.</source>
            <translation>member_id ist nicht die des Portals, an dem Sie angemeldet sind.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} is missing.</source>
            <translation>{field} fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} is not known ({place}).</source>
            <translation>{field} ist nicht bekannt ({place}).</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} looks otherwise.</source>
            <translation>{field} sieht anders aus.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} travels elsewhere: {place}.</source>
            <translation>{field} wird an anderer Stelle übertragen: {place}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Browsers cannot open a page whose host has no address.</source>
            <translation>Browser können keine Seite öffnen, deren Host keine Adresse hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Check this computer's network, then try again.</source>
            <translation>Prüfen Sie das Netzwerk dieses Computers und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Correct the address, or enter the name at the domain's provider.</source>
            <translation>Berichtigen Sie die Adresse oder tragen Sie den Namen beim Anbieter der Domain ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Look at the log of the handler's server.</source>
            <translation>Sehen Sie in das Protokoll des Servers, auf dem der Handler läuft.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Look at the log of the handler's server: the call may have arrived, and hang there.</source>
            <translation>Sehen Sie in das Protokoll des Servers, auf dem der Handler läuft: Vielleicht kam der Aufruf an und hängt dort.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Nobody waits that long for a widget.</source>
            <translation>So lange wartet niemand auf ein Widget.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>The name server did not answer.</source>
            <translation>Der Namensserver hat nicht geantwortet.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>There is no host called {host}.</source>
            <translation>Es gibt keinen Host namens {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>{host} could not be looked up.</source>
            <translation>{host} konnte nicht nachgeschlagen werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>{host} did not answer within {seconds} seconds.</source>
            <translation>{host} hat innerhalb von {seconds} Sekunden nicht geantwortet.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>{host} takes the call, but gives no answer that a browser could read.</source>
            <translation>{host} nimmt den Aufruf an, gibt aber keine Antwort, die ein Browser lesen könnte.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Are both texts of a notice filled?</source>
            <translation>Sind beide Texte eines Hinweises ausgefüllt?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Are the places switched on in their custom types?</source>
            <translation>Sind die Stellen in ihren benutzerdefinierten Typen eingeschaltet?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Can people's browsers reach the address from the portal?</source>
            <translation>Erreichen die Browser der Leute die Adresse vom Portal aus?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Can the host be connected to?</source>
            <translation>Kann man sich mit dem Host verbinden?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Do browsers trust the host's certificate?</source>
            <translation>Vertrauen Browser dem Zertifikat des Hosts?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Do the page's cookies work in a frame?</source>
            <translation>Funktionieren die Cookies der Seite in einem Rahmen?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does every widget stand there once?</source>
            <translation>Steht jedes Widget nur einmal da?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does everything stand that was applied?</source>
            <translation>Steht alles noch da, was angewendet wurde?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the app have the permissions that its widgets need?</source>
            <translation>Hat die App die Rechte, die ihre Widgets brauchen?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the call arrive where it is answered?</source>
            <translation>Kommt der Aufruf dort an, wo er beantwortet wird?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the page answer fast enough?</source>
            <translation>Antwortet die Seite schnell genug?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the page answer the portal's call?</source>
            <translation>Beantwortet die Seite den Aufruf des Portals?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the portal offer the places?</source>
            <translation>Bietet das Portal die Stellen an?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Has the app one tile in the Contact Center?</source>
            <translation>Hat die App nur eine Kachel im Contact Center?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is an administrator signed in?</source>
            <translation>Ist ein Administrator angemeldet?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the answer a page that can be shown?</source>
            <translation>Ist die Antwort eine Seite, die sich zeigen lässt?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the app paid for?</source>
            <translation>Ist die App bezahlt?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the app's installation complete?</source>
            <translation>Ist die Installation der App abgeschlossen?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the built-in interface asked for by pages that use it?</source>
            <translation>Wird die eingebaute Oberfläche von Seiten verlangt, die sie benutzen?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the host's name known?</source>
            <translation>Ist der Name des Hosts bekannt?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the page as secure as the portal?</source>
            <translation>Ist die Seite so sicher wie das Portal?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>May the portal show the page in a frame?</source>
            <translation>Darf das Portal die Seite in einem Rahmen zeigen?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/checking.py" />
            <source>Calling the pages of the widgets, each for {seconds} seconds at most</source>
            <translation>Die Seiten der Widgets werden aufgerufen, jede höchstens {seconds} Sekunden lang</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>A sign-in or a basket of the page's own does not last from one step to the next.</source>
            <translation>Eine eigene Anmeldung oder ein Warenkorb der Seite hält nicht von einem Schritt zum nächsten.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Add Partitioned to them.</source>
            <translation>Fügen Sie ihnen Partitioned hinzu.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Browsers refuse these cookies in a frame: {names}.</source>
            <translation>Browser lehnen diese Cookies in einem Rahmen ab: {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>It sets no cookie that a frame would not get.</source>
            <translation>Sie setzt kein Cookie, das ein Rahmen nicht bekäme.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Safari does always, others when they block cookies of third parties.</source>
            <translation>Safari immer, andere dann, wenn sie Cookies von Drittanbietern blockieren.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Set them with SameSite=None; Secure; Partitioned.</source>
            <translation>Setzen Sie sie mit SameSite=None; Secure; Partitioned.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Some browsers refuse these cookies in a frame: {names}.</source>
            <translation>Manche Browser lehnen diese Cookies in einem Rahmen ab: {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Browsers do not show an http page inside an https portal.</source>
            <translation>Browser zeigen keine http-Seite in einem https-Portal an.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Enter {address} as the page address, or let its server answer 307 or 308 there.</source>
            <translation>Geben Sie {address} als Seitenadresse ein, oder lassen Sie den Server dort mit 307 oder 308 antworten.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Let the handler's server redirect to https addresses.</source>
            <translation>Lassen Sie den Server des Handlers auf https-Adressen weiterleiten.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Nothing on the way is less secure than the portal.</source>
            <translation>Nichts auf dem Weg ist weniger sicher als das Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Put the page on a server on the internet, or tell people to agree when the browser asks.</source>
            <translation>Legen Sie die Seite auf einen Server im Internet, oder sagen Sie den Leuten, dass sie der Frage des Browsers zustimmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The address lies no further inside than the portal.</source>
            <translation>Die Adresse liegt nicht weiter innen als das Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The call arrives at {address} as it was sent.</source>
            <translation>Der Aufruf kommt unter {address} an, wie er gesendet wurde.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The call is lost on the way: a redirect makes a GET of it.</source>
            <translation>Der Aufruf geht unterwegs verloren: Eine Weiterleitung macht ein GET daraus.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The call is sent on to an http address: {address}.</source>
            <translation>Der Aufruf wird an eine http-Adresse weitergeleitet: {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The certificate of {host} is trusted.</source>
            <translation>Dem Zertifikat von {host} wird vertraut.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The portal itself is opened over http.</source>
            <translation>Das Portal selbst wird über http geöffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>There is no redirect.</source>
            <translation>Es gibt keine Weiterleitung.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Use it for tries alone. For others, put the page on a server that their browsers can reach.</source>
            <translation>Nutzen Sie das nur für Versuche. Für andere legen Sie die Seite auf einen Server, den ihre Browser erreichen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{address} answers {status}. The page that is shown does not learn who opened it where.</source>
            <translation>{address} antwortet {status}. Die Seite, die gezeigt wird, erfährt nicht, wer sie wo geöffnet hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} can be connected to.</source>
            <translation>Mit {host} kann man sich verbinden.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} is each person's own computer: only on this one is the handler there.</source>
            <translation>{host} ist der eigene Computer eines jeden: Nur auf diesem hier gibt es den Handler.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} is known.</source>
            <translation>{host} ist bekannt.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} lies in a private network: people outside it see nothing.</source>
            <translation>{host} liegt in einem privaten Netzwerk: Wer außerhalb ist, sieht nichts.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/interface_checks.py" />
            <source>No page that answers is asked for it.</source>
            <translation>Von keiner Seite, die antwortet, wird sie verlangt.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/interface_checks.py" />
            <source>The page draws it with “setLayout”.</source>
            <translation>Die Seite zeichnet sie mit „setLayout“.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/interface_checks.py" />
            <source>The page itself never calls “setLayout”; its scripts may.</source>
            <translation>Die Seite selbst ruft „setLayout“ nie auf; ihre Skripte vielleicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>An administrator is signed in.</source>
            <translation>Ein Administrator ist angemeldet.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>Apply it again; if it vanishes once more, the portal drops it.</source>
            <translation>Wenden Sie es noch einmal an; verschwindet es wieder, entfernt das Portal es.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>Everything stands that was applied.</source>
            <translation>Alles steht noch da, was angewendet wurde.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>It was applied, and no longer stands there.</source>
            <translation>Es wurde angewendet und steht nicht mehr da.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No custom type has a place switched off.</source>
            <translation>Kein benutzerdefinierter Typ hat eine Stelle ausgeschaltet.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No notice is half filled.</source>
            <translation>Kein Hinweis ist nur halb ausgefüllt.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No paid period has ended.</source>
            <translation>Kein bezahlter Zeitraum ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No two widgets look the same.</source>
            <translation>Keine zwei Widgets sehen gleich aus.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>Somebody removed it, the app was updated, or the portal dropped it by itself.</source>
            <translation>Jemand hat es entfernt, die App wurde aktualisiert, oder das Portal hat es von selbst entfernt.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The app has every permission that its widgets need.</source>
            <translation>Die App hat jedes Recht, das ihre Widgets brauchen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The app has no second tile.</source>
            <translation>Die App hat keine zweite Kachel.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The app is fully installed.</source>
            <translation>Die App ist vollständig installiert.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The portal offers every place.</source>
            <translation>Das Portal bietet jede Stelle an.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>A call came, but from another portal than the one that is signed in to.</source>
            <translation>Es kam ein Aufruf, aber von einem anderen Portal als dem, an dem Sie angemeldet sind.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Allow it, in Chrome, Edge or Firefox on this computer. Of pages on the internet nobody is asked.</source>
            <translation>Erlauben Sie es, in Chrome, Edge oder Firefox auf diesem Computer. Bei Seiten im Internet wird niemand gefragt.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Everything up to the handler works: the portal shows widgets there, and its call arrives.</source>
            <translation>Alles bis zum Handler funktioniert: Das Portal zeigt dort Widgets an, und sein Aufruf kommt an.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>If a widget of yours is not seen there all the same, its own page is the reason.</source>
            <translation>Ist ein Widget von Ihnen dort trotzdem nicht zu sehen, liegt es an seiner eigenen Seite.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>If it is not to be seen on the portal:</source>
            <translation>Wenn es im Portal nicht zu sehen ist:</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>If it is seen, and the browser asks for permission or shows an empty frame:</source>
            <translation>Wenn es zu sehen ist und der Browser um Erlaubnis fragt oder einen leeren Rahmen zeigt:</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Load the portal's page anew, as the person who is signed in here; look in the place's own settings.</source>
            <translation>Laden Sie die Seite des Portals neu, und zwar als die Person, die hier angemeldet ist; sehen Sie in den eigenen Einstellungen der Stelle nach.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Open the widget on the portal that is named here.</source>
            <translation>Öffnen Sie das Widget in dem Portal, das hier genannt ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Who is looking may be somebody the app is closed to, or the portal has the place switched off, or the page was open from before.</source>
            <translation>Vielleicht sieht jemand nach, für den die App gesperrt ist, oder das Portal hat die Stelle ausgeschaltet, oder die Seite war schon vorher geöffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>{asked} Safari shows no page of this computer inside an https portal.</source>
            <translation>{asked} Safari zeigt in einem https-Portal keine Seite dieses Computers an.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>It works</source>
            <translation>Es funktioniert</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>No proof is under way at this place.</source>
            <translation>An dieser Stelle läuft kein Nachweis.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>Not every place was opened in time.</source>
            <translation>Nicht jede Stelle wurde rechtzeitig geöffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>Nothing is waited for here</source>
            <translation>Hier wird auf nichts gewartet</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>The portal did not take the widget.</source>
            <translation>Das Portal hat das Widget nicht angenommen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>The portal opened this page, and bxdesk received its call. You may close it.</source>
            <translation>Das Portal hat diese Seite geöffnet, und bxdesk hat seinen Aufruf erhalten. Sie können sie schließen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>Waiting until it is opened on {host}…</source>
            <translation>Warten, bis es auf {host} geöffnet wird…</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>bxdesk waits for the portal at another address.</source>
            <translation>bxdesk wartet unter einer anderen Adresse auf das Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>Browsers ask before a page leads them inside from the internet. It was not followed.</source>
            <translation>Browser fragen, bevor eine Seite aus dem Internet sie nach innen führt. Der Weiterleitung wurde nicht gefolgt.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>Correct the redirect on the handler's server, or enter the address of the page itself.</source>
            <translation>Berichtigen Sie die Weiterleitung im Server des Handlers, oder geben Sie die Adresse der Seite selbst ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>Enter the address of the page itself.</source>
            <translation>Geben Sie die Adresse der Seite selbst ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It does not end after {count} redirects.</source>
            <translation>Nach {count} Weiterleitungen ist sie nicht zu Ende.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It leads in a circle. It may wait for a cookie that a frame does not get.</source>
            <translation>Sie führt im Kreis. Vielleicht wartet sie auf ein Cookie, das ein Rahmen nicht bekommt.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It leads to a {scheme}: address.</source>
            <translation>Sie führt zu einer {scheme}:-Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It leads to something that is no address.</source>
            <translation>Sie führt zu etwas, das keine Adresse ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>The call is sent on to an address inside a network: {host}.</source>
            <translation>Der Aufruf wird an eine Adresse in einem Netzwerk weitergeleitet: {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>{host} sends the call on to where no browser goes in a frame.</source>
            <translation>{host} leitet den Aufruf dorthin weiter, wohin kein Browser in einem Rahmen geht.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>It is not known whether people will see this page in the portal.</source>
            <translation>Es ist nicht bekannt, ob man diese Seite im Portal sehen wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Nobody will see this page in the portal.</source>
            <translation>Niemand wird diese Seite im Portal sehen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Number of the CRM item</source>
            <translation>Nummer des CRM-Elements</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Open again</source>
            <translation>Erneut öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>People will see this page in the portal.</source>
            <translation>Man wird diese Seite im Portal sehen.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Place</source>
            <translation>Platzierung</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Some people will not see this page in the portal, or not as it was meant.</source>
            <translation>Manche werden diese Seite im Portal nicht sehen, oder nicht so, wie sie gedacht war.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>The call is the portal's, with worthless values in place of its tokens.</source>
            <translation>Es ist der Aufruf des Portals, mit wertlosen Werten statt seiner Token.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>The widget</source>
            <translation>Das Widget</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Your widget</source>
            <translation>Ihr Widget</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/trying_out.py" />
            <source>What bxdesk shows is at another address.</source>
            <translation>Was bxdesk zeigt, liegt unter einer anderen Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/trying_out.py" />
            <source>Your browser refuses it here, because this page is at another address than the portal.</source>
            <translation>Ihr Browser lehnt es hier ab, weil diese Seite unter einer anderen Adresse liegt als das Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/trying_out.py" />
            <source>Your browser shows it here all the same, because this page is at another address.</source>
            <translation>Ihr Browser zeigt es hier trotzdem, weil diese Seite unter einer anderen Adresse liegt.</translation>
        </message>
        <message>
            <location filename="bxdesk/composition.py" />
            <source>It is made when a connection is saved in it.</source>
            <translation>Er wird angelegt, wenn eine Verbindung darin gespeichert wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/composition.py" />
            <source>There is no vault at {path} yet.</source>
            <translation>Unter {path} gibt es noch keinen Tresor.</translation>
        </message>
        <message>
            <location filename="bxdesk/composition.py" />
            <source>{reason}. Nothing chosen there holds now.</source>
            <translation>{reason}. Nichts von dem, was dort gewählt ist, gilt jetzt.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Something unexpected went wrong inside bxdesk ({kind}).</source>
            <translation>In bxdesk ist ein unerwarteter Fehler aufgetreten ({kind}).</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>This is a fault of the program, not of yours.</source>
            <translation>Das ist ein Fehler des Programms, nicht Ihrer.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Try again. If it comes back, restart bxdesk and report it.</source>
            <translation>Versuchen Sie es erneut. Tritt der Fehler wieder auf, starten Sie bxdesk neu und melden Sie ihn.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>You stopped this.</source>
            <translation>Sie haben den Vorgang abgebrochen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Add a new application, then move again.</source>
            <translation>Fügen Sie eine neue Anwendung hinzu und ziehen Sie dann noch einmal um.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Complete the installation of the new one, then sign out of the old one.</source>
            <translation>Schließen Sie die Installation der neuen ab und melden Sie sich dann von der alten ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Delete it on the portal; its own widgets, which nobody saw, go with it.</source>
            <translation>Löschen Sie sie auf dem Portal; ihre eigenen Widgets, die niemand sah, gehen mit.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Its widgets stay hidden. The old application ({id}) stays connected.</source>
            <translation>Ihre Widgets bleiben verborgen. Die alte Anwendung ({id}) bleibt verbunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>The new application is not fully installed either.</source>
            <translation>Auch die neue Anwendung ist nicht vollständig installiert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>The widgets stand under the new application.</source>
            <translation>Die Widgets stehen unter der neuen Anwendung.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>These are not the keys of a new application on the same portal: {id}.</source>
            <translation>Das sind nicht die Schlüssel einer neuen Anwendung auf demselben Portal: {id}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>bxdesk has forgotten the old one ({id}).</source>
            <translation>bxdesk hat die alte vergessen ({id}).</translation>
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
            <source>W&amp;hat to do</source>
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
            <source>Languages</source>
            <translation>Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Page address</source>
            <translation>Seitenadresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>{before} → {after}</source>
            <translation>{before} → {after}</translation>
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
            <source>&amp;Move to the open widget</source>
            <translation>Auf offenes Widget um&amp;stellen</translation>
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
            <source>Bindings</source>
            <translation>Einbindungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Bindings ({n})</source>
            <translation>Einbindungen ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Change the &amp;address…</source>
            <translation>A&amp;dresse ändern…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Find a binding</source>
            <translation>Einbindung suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Move to a new ser&amp;ver…</source>
            <translation>Auf neuen Server umz&amp;iehen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>No widget matches “{text}”.</source>
            <translation>Kein Widget passt zu „{text}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Select rows first. Ctrl+A selects all of them.</source>
            <translation>Wählen Sie zuerst Zeilen aus. Strg+A wählt alle aus.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>The app's widgets could not be read. {why}</source>
            <translation>Die Widgets der App konnten nicht gelesen werden. {why}</translation>
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
            <source>moves to {address}</source>
            <translation>wird auf {address} umgestellt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to bind</source>
            <translation>wird eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to replace</source>
            <translation>wird ersetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to unbind</source>
            <translation>wird entfernt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_table.py" />
            <source>All widgets of this app</source>
            <translation>Alle Widgets dieser App</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>&amp;Add to the plan</source>
            <translation>Zum Plan &amp;hinzufügen</translation>
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
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>Addresses that &amp;begin with</source>
            <translation>Adressen, die &amp;beginnen mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>Addresses that begin with</source>
            <translation>Adressen, die beginnen mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>Nothing would change.</source>
            <translation>Es würde sich nichts ändern.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>begin &amp;from now on with</source>
            <translation>beginnen &amp;künftig mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>begin from now on with</source>
            <translation>beginnen künftig mit</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} binding gets another address.</source>
            <translation>{n} Einbindung erhält eine andere Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} bindings get another address.</source>
            <translation>{n} Einbindungen erhalten eine andere Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} stay: {why}</source>
            <translation>{n} bleiben: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} stays: {why}</source>
            <translation>{n} bleibt: {why}</translation>
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
            <source>stays</source>
            <translation>bleibt</translation>
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
            <location filename="bxdesk/gui/checks/arrival_model.py" />
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Binds a widget of bxdesk's own for a moment, for you to press in the portal</source>
            <translation>Bindet für einen Moment ein eigenes Widget von bxdesk ein, das Sie im Portal anklicken</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Move to a new application…</source>
            <translation>Auf eine neue Anwendung umziehen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Open the app's card in the portal</source>
            <translation>Die Karte der Anwendung im Portal öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Open the widget</source>
            <translation>Widget öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Prove that it shows…</source>
            <translation>Nachweisen, dass es erscheint…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Sign in again…</source>
            <translation>Erneut anmelden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>The app and its places</source>
            <translation>Die Anwendung und ihre Plätze</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>{title} ({address})</source>
            <translation>{title} ({address})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>&amp;Back to the widgets</source>
            <translation>&amp;Zurück zu den Widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Check a&amp;gain</source>
            <translation>Ern&amp;eut prüfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Checks</source>
            <translation>Prüfungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Every question about why a widget would not show is asked here, and answered.</source>
            <translation>Hier wird jede Frage gestellt und beantwortet, warum ein Widget nicht erscheinen könnte.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>No widget is hidden from everybody, but look at what is marked.</source>
            <translation>Kein Widget ist für alle verborgen, aber sehen Sie sich das Markierte an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Nothing was found that would keep a widget from being seen.</source>
            <translation>Es wurde nichts gefunden, was ein Widget verbergen würde.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>One widget is hidden from everybody.</source>
            <translation>Ein Widget ist für alle verborgen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Progress of the checks</source>
            <translation>Fortschritt der Prüfungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Reading the portal…</source>
            <translation>Das Portal wird gelesen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>S&amp;top</source>
            <translation>Anha&amp;lten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Something about the app or its places keeps widgets from being seen.</source>
            <translation>Etwas an der Anwendung oder ihren Plätzen verbirgt Widgets.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>{n} widgets are hidden from everybody.</source>
            <translation>{n} Widgets sind für alle verborgen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Close</source>
            <translation>S&amp;chließen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;End here</source>
            <translation>Hier been&amp;den</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Next portal</source>
            <translation>Nächstes &amp;Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Open the portal</source>
            <translation>Portal &amp;öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Prove it</source>
            <translation>&amp;Nachweisen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Take it away</source>
            <translation>&amp;Wegnehmen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>All of it, for a report about a fault. Nothing secret is in it.</source>
            <translation>Alles, für einen Fehlerbericht. Nichts Geheimes ist darin.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>At the places that are ticked, bxdesk binds a widget of its own, “{title}”, and waits until you have pressed it in the portal. Others see it meanwhile. It is taken away again, whatever happens.</source>
            <translation>An den angehakten Plätzen bindet bxdesk ein eigenes Widget „{title}“ ein und wartet, bis Sie es im Portal angeklickt haben. Andere sehen es währenddessen. Es wird in jedem Fall wieder entfernt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Copy &amp;report</source>
            <translation>&amp;Bericht kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Nothing of it is left on the portal.</source>
            <translation>Im Portal ist nichts davon übrig.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Places</source>
            <translation>Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Press “{title}” in the portal, in a browser on this computer.</source>
            <translation>Klicken Sie im Portal auf „{title}“, in einem Browser auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Prove that it shows</source>
            <translation>Nachweisen, dass es erscheint</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Prove that it shows on {portal} ({number} of {total})</source>
            <translation>Nachweisen, dass es auf {portal} erscheint ({number} von {total})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>The call that came</source>
            <translation>Der Aufruf, der kam</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>The portal does something otherwise than documented. Please report it.</source>
            <translation>Das Portal verhält sich anders als dokumentiert. Bitte melden Sie es.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>{n} of {all} proven.</source>
            <translation>{n} von {all} nachgewiesen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>What came of it</source>
            <translation>Was daraus wurde</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>could not be bound</source>
            <translation>konnte nicht eingebunden werden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>proven: it was opened, and the call came</source>
            <translation>nachgewiesen: Es wurde geöffnet, und der Aufruf kam</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>stands there: press it in the portal</source>
            <translation>steht dort: Klicken Sie es im Portal an</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>was not opened</source>
            <translation>wurde nicht geöffnet</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>&amp;Open that page</source>
            <translation>Diese Seite &amp;öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>An older one: it has “Script only” or “uses API only”</source>
            <translation>Eine ältere: Dort steht „Script only“ oder „uses API only“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>Copy: {value}</source>
            <translation>Kopieren: {value}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>Select there: {permissions}</source>
            <translation>Wählen Sie dort: {permissions}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>The card has “Menu item text”</source>
            <translation>Auf der Karte steht „Menu item text“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>{label}: what do you want to place?</source>
            <translation>{label}: Was möchten Sie einsetzen?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>&amp;Next</source>
            <translation>&amp;Weiter</translation>
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
            <source>New application on {portal}</source>
            <translation>Neue Anwendung auf {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Sign in again to {portal}</source>
            <translation>Erneut bei {portal} anmelden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Step {at} of {all}</source>
            <translation>Schritt {at} von {all}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Stopping…</source>
            <translation>Wird angehalten…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>The browser</source>
            <translation>Der Browser</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Put this address into the card on the portal as well and save the card, then sign in.</source>
            <translation>Tragen Sie diese Adresse auch in den App-Einstellungen im Portal ein und speichern Sie diese; melden Sie sich dann an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>The application's card</source>
            <translation>Die Karte der Anwendung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>The keys</source>
            <translation>Die Schlüssel</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>The portal</source>
            <translation>Das Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>kept in your keyring: leave it empty</source>
            <translation>in Ihrem Schlüsselbund gespeichert: leer lassen</translation>
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
            <source>&amp;Nothing came back? Hand the answer over yourself</source>
            <translation>&amp;Nichts zurückgekommen? Die Antwort selbst übergeben</translation>
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
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>&amp;Sign out</source>
            <translation>Ab&amp;melden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Only bxdesk uses it. Left empty, the portal goes by its address.</source>
            <translation>Nur bxdesk verwendet ihn. Bleibt er leer, wird das Portal mit seiner Adresse angezeigt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Rename {portal}</source>
            <translation>{portal} umbenennen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Sign out</source>
            <translation>Abmelden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Sign out of {portal}?</source>
            <translation>Von {portal} abmelden?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>bxdesk forgets the keys and the session. The widgets on the portal stay as they are, and what you ticked and typed waits for the next sign-in.</source>
            <translation>bxdesk löscht die Schlüssel und die Sitzung. Die Widgets im Portal bleiben unverändert; Ihre Häkchen und Texte warten auf die nächste Anmeldung.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Anothe&amp;r address for the answer, or a server of your own</source>
            <translation>A&amp;ndere Adresse für die Antwort, oder ein eigener Server</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Application &amp;ID (client_id)</source>
            <translation>Anwendungs-&amp;ID (client_id)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Application &amp;key (client_secret)</source>
            <translation>Anwendungs&amp;schlüssel (client_secret)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Authori&amp;zation server</source>
            <translation>Au&amp;torisierungsserver</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Authorization server</source>
            <translation>Autorisierungsserver</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Enter the {label} from the card.</source>
            <translation>Geben Sie „{label}“ von der Karte ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Only for a portal on your own server that has one of its own.</source>
            <translation>Nur für ein Portal auf Ihrem eigenen Server, das einen eigenen Autorisierungsserver hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Save the card on the portal; the two keys stand on it then.</source>
            <translation>Speichern Sie die Karte auf dem Portal; danach stehen die beiden Schlüssel darauf.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>The same address as on the card. Leave it empty to paste the answer.</source>
            <translation>Dieselbe Adresse wie auf der Karte. Leer lassen, um die Antwort einzufügen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>They are called “{first}” and “{second}” there.</source>
            <translation>Sie heißen dort „{first}“ und „{second}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Your han&amp;dler path</source>
            <translation>Ihr Han&amp;dler-Pfad</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>automatic</source>
            <translation>automatisch</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>none: paste the code</source>
            <translation>keine: Code hier einfügen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>&amp;Choose…</source>
            <translation>&amp;Auswählen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>&amp;Save and go on</source>
            <translation>&amp;Speichern und weiter</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>Move to a new application on {portal}</source>
            <translation>Zu einer neuen Anwendung auf {portal} umziehen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>The widgets are saved to a file, to be safe.</source>
            <translation>Die Widgets werden zur Sicherheit in einer Datei gespeichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>When they stand there, bxdesk forgets the old application. You delete it on the portal.</source>
            <translation>Wenn sie dort stehen, vergisst bxdesk die alte Anwendung. Sie löschen sie auf dem Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>Whether an application is fully installed is decided when it is added, so a new one takes the place of this one. Its widgets come along:</source>
            <translation>Ob eine Anwendung vollständig installiert ist, entscheidet sich, wenn sie hinzugefügt wird. Darum tritt eine neue an die Stelle dieser hier. Ihre Widgets kommen mit:</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>You add the new application on the portal, and enter its keys here.</source>
            <translation>Sie fügen die neue Anwendung auf dem Portal hinzu und geben ihre Schlüssel hier ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>You look at the widgets that it will get, and apply them.</source>
            <translation>Sie sehen sich die Widgets an, die sie bekommt, und wenden sie an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>&amp;Portal</source>
            <translation>&amp;Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>Enter the portal's address, such as acme.bitrix24.com.</source>
            <translation>Geben Sie die Adresse des Portals ein, z. B. acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>I have the &amp;keys of an application already</source>
            <translation>Ich habe schon die S&amp;chlüssel einer Anwendung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>Needed first</source>
            <translation>Vorher nötig</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>Portal</source>
            <translation>Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>Connect a portal…</source>
            <translation>Portal verbinden…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>No portal is open</source>
            <translation>Kein Portal geöffnet</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>No portal yet</source>
            <translation>Noch kein Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>Signed in as {user}</source>
            <translation>Angemeldet als {user}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>{portal} ({state})</source>
            <translation>{portal} ({state})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/dialogs.py" />
            <source>No browser opened.</source>
            <translation>Es wurde kein Browser geöffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/dialogs.py" />
            <source>The address of the page is on the clipboard: paste it into a browser.</source>
            <translation>Die Adresse der Seite liegt in der Zwischenablage: Fügen Sie sie in einen Browser ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/drawing/preview.py" />
            <source>Where people will see it</source>
            <translation>Wo es erscheint</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/drawing/preview.py" />
            <source>{place}: “{title}”</source>
            <translation>{place}: „{title}“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Opens a page on this computer that shows the address in a frame, as the portal would</source>
            <translation>Öffnet auf diesem Computer eine Seite, die die Adresse in einem Rahmen zeigt, wie es das Portal täte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Page &amp;address</source>
            <translation>Seitena&amp;dresse</translation>
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
            <source>The page that opens inside the widget (its handler).</source>
            <translation>Die Seite, die sich im Widget öffnet (sein Handler).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Try it out…</source>
            <translation>Ausprobieren…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>What the handler receives…</source>
            <translation>Was der Handler erhält…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/exceptions.py" />
            <source>Different texts</source>
            <translation>Andere Texte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/exceptions.py" />
            <source>{n} more</source>
            <translation>{n} weitere</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>&amp;Languages</source>
            <translation>&amp;Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>&amp;One text for all languages</source>
            <translation>&amp;Ein Text für alle Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Copy from</source>
            <translation>Kopieren aus</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Copy the texts from another language</source>
            <translation>Texte aus einer anderen Sprache kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Into {language}</source>
            <translation>Ziel: {language}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Languages of the texts</source>
            <translation>Sprachen der Texte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Say it in several of the portal's languages</source>
            <translation>Texte in mehreren Sprachen des Portals angeben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Takes the texts of another language for the row that is selected</source>
            <translation>Übernimmt für die ausgewählte Zeile die Texte einer anderen Sprache</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>The text is in</source>
            <translation>Sprache des Textes</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/option_fields.py" />
            <source>As it is</source>
            <translation>Unverändert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>How the widget behaves at its places</source>
            <translation>Wie sich das Widget an seinen Platzierungen verhält</translation>
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
            <source>Di&amp;fferent text here</source>
            <translation>Ande&amp;rer Text hier</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Give the places that are selected a text of their own</source>
            <translation>Den ausgewählten Platzierungen einen eigenen Text geben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Give the places that are selected the text of the others again</source>
            <translation>Den ausgewählten Platzierungen wieder den Text der übrigen geben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>In {language} only.</source>
            <translation>Nur auf {language}.</translation>
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
            <source>Such as “Send contract”</source>
            <translation>Zum Beispiel „Vertrag senden“</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for all {n} places</source>
            <translation>Text für alle {n} Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for further places. All {n} places have different texts.</source>
            <translation>Text für weitere Platzierungen. Alle {n} Platzierungen haben andere Texte.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for further places. Its one place has a different text.</source>
            <translation>Text für weitere Platzierungen. Die einzige Platzierung hat einen anderen Text.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for its one place</source>
            <translation>Text für die einzige Platzierung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for {shared} of {n} places. The rest have different texts.</source>
            <translation>Text für {shared} von {n} Platzierungen. Die übrigen haben andere Texte.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text only for {places}</source>
            <translation>Text nur für {places}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Texts</source>
            <translation>Texte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>The title in {language} is missing.</source>
            <translation>Der Titel auf {language} fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>The title is missing in {n} languages: {languages}.</source>
            <translation>In {n} Sprachen fehlt der Titel: {languages}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Use the widget's te&amp;xt here</source>
            <translation>Widget-Text hie&amp;r verwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_grid.py" />
            <source>Texts in languages</source>
            <translation>Texte in mehreren Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_model.py" />
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_model.py" />
            <source>missing</source>
            <translation>fehlt</translation>
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
            <source>The portal opens the page address like a link, and sends nothing along.</source>
            <translation>Das Portal öffnet die Seitenadresse wie einen Link und schickt nichts mit.</translation>
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
            <source>You have entered no page address yet: this one is invented.</source>
            <translation>Sie haben noch keine Seitenadresse eingegeben: Diese ist erfunden.</translation>
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
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>Copy it from the saved card.</source>
            <translation>Kopieren Sie es von der gespeicherten Karte.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>On a Russian portal: “{label}”.</source>
            <translation>Auf einem russischen Portal: „{label}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>The form before it, which some portals still have</source>
            <translation>Die Form davor, die manche Portale noch haben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>Today's card</source>
            <translation>Die heutige Karte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>{permission} always, and others by what you want to place.</source>
            <translation>{permission} immer, andere nach dem, was Sie einsetzen möchten.</translation>
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
            <source>&amp;Copy the page</source>
            <translation>Seite &amp;kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>A page for the built-in interface</source>
            <translation>Eine Seite für die eingebaute Oberfläche</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Copied.</source>
            <translation>Kopiert.</translation>
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
            <source>Permissions</source>
            <translation>Berechtigungen</translation>
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
            <source>The portal loads it unseen and draws what its script asks for. Copy it, put it on your server, and enter its address as the handler. Without the built-in interface it shows a sentence of its own.</source>
            <translation>Das Portal lädt sie ungesehen und zeichnet, was ihr Skript verlangt. Kopieren Sie sie, legen Sie sie auf Ihren Server und geben Sie ihre Adresse als Handler ein. Ohne die eingebaute Oberfläche zeigt sie einen eigenen Satz.</translation>
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
            <source>Apply. The portal is read back, and what did not come out as planned is named.</source>
            <translation>Wenden Sie die Änderungen an. Das Portal wird danach überprüft; was nicht wie geplant ausgeführt wurde, wird genannt.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Changed your mind? “Undo” takes the last apply back, “History” any earlier one.</source>
            <translation>Anders überlegt? „Rückgängig machen“ nimmt das letzte Anwenden zurück, „Verlauf“ jedes frühere.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Choose a widget on the left, or make a new one. Each has one page address: the page that it opens.</source>
            <translation>Wählen Sie links ein Widget aus oder legen Sie ein neues an. Jedes hat eine Seitenadresse: die Seite, die es öffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Connect a portal. The guide says how the application is added there, field by field.</source>
            <translation>Verbinden Sie ein Portal. Die Anleitung zeigt Feld für Feld, wie die Anwendung dort hinzugefügt wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Custom types</source>
            <translation>Smartprozesse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Each portal has a line: how it is, what waits in its draft, what others have changed, and when it was last read. Select one, and what is known of it stands below; Return or a double click opens it.</source>
            <translation>Jedes Portal hat eine Zeile: wie es ihm geht, was in seinem Entwurf wartet, was andere geändert haben und wann es zuletzt gelesen wurde. Wählen Sie eines aus, und darunter steht, was über es bekannt ist; die Eingabetaste oder ein Doppelklick öffnet es.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Give the widget a title, in as many languages as your people speak.</source>
            <translation>Geben Sie dem Widget einen Titel, in so vielen Sprachen, wie in Ihrem Unternehmen gesprochen werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Go on with other widgets as you like: whatever you changed waits, and nothing of it is lost.</source>
            <translation>Machen Sie mit anderen Widgets weiter, wie Sie möchten: Alles, was Sie geändert haben, wartet, und nichts davon geht verloren.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>How it works</source>
            <translation>So funktioniert es</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Keyboard</source>
            <translation>Tastatur</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Moved to another server? “Move to a new server…”, in the menu beside the portal's name, changes the addresses.</source>
            <translation>Auf einen anderen Server umgezogen? „Auf neuen Server umziehen…“ im Menü neben dem Namen des Portals ändert die Adressen.</translation>
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
            <source>Select several: “With the selected” checks, proves, exports, moves or groups them together.</source>
            <translation>Wählen Sie mehrere aus: „Auswahl“ prüft, erprobt, exportiert, verschiebt oder gruppiert sie gemeinsam.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Several portals</source>
            <translation>Mehrere Portale</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Several portals? “Portals” says of each how it is. Those that are selected can be checked, exported, moved, and brought to one layout together.</source>
            <translation>Mehrere Portale? „Portale“ sagt von jedem, wie es steht. Ausgewählte lassen sich zusammen prüfen, exportieren, umziehen und auf ein Layout bringen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Tick its places on the right. A place may have a different text.</source>
            <translation>Kreuzen Sie rechts seine Platzierungen an. Eine Platzierung kann einen anderen Text haben.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>What failed can be tried again alone. What was cut off waits at its portal until it is settled.</source>
            <translation>Was fehlgeschlagen ist, lässt sich allein wiederholen. Was unterbrochen wurde, wartet bei seinem Portal, bis es geklärt ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>“Compare with a layout…” says how far each is from a layout file. “Review and apply…” shows every change before anything is sent, portal by portal.</source>
            <translation>„Mit Layout vergleichen…“ sagt, wie weit jedes von einer Layoutdatei entfernt ist. „Prüfen und anwenden…“ zeigt jede Änderung, Portal für Portal, bevor etwas gesendet wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>“Read all” asks all of them, some side by side: one that does not answer holds up nobody.</source>
            <translation>„Alle lesen“ fragt alle, einige nebeneinander: Eines, das nicht antwortet, hält niemanden auf.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Alt and a letter</source>
            <translation>Alt und ein Buchstabe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Change the address of the selected bindings</source>
            <translation>Adresse der ausgewählten Einbindungen ändern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Clear what is searched; then, what is selected</source>
            <translation>Die Suche leeren; danach die Auswahl aufheben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Close the window; what waits is kept</source>
            <translation>Das Fenster schließen; was wartet, bleibt erhalten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Copy the selected bindings as a layout</source>
            <translation>Ausgewählte Einbindungen als Layout kopieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Do it again</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Edit the widget of the selected binding</source>
            <translation>Das Widget der ausgewählten Einbindung bearbeiten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Everywhere</source>
            <translation>Überall</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Find a place</source>
            <translation>Platzierung suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Find a portal</source>
            <translation>Portal suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Give the selected places a different text, or take it back</source>
            <translation>Den ausgewählten Platzierungen einen anderen Text geben oder ihn zurücknehmen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Go to what has this letter underlined</source>
            <translation>Zu dem Element springen, in dem dieser Buchstabe unterstrichen ist</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Leave the selected bindings as they are</source>
            <translation>Ausgewählte Einbindungen unverändert lassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Make a new widget</source>
            <translation>Neues Widget anlegen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Move the selected bindings to the open widget</source>
            <translation>Ausgewählte Einbindungen auf das offene Widget umstellen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Open a layout file</source>
            <translation>Layoutdatei öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Open the selected portal</source>
            <translation>Das ausgewählte Portal öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Paste a layout, outside of a text</source>
            <translation>Layout einfügen, außerhalb eines Textes</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Read the portal again</source>
            <translation>Portal neu einlesen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Read the selected portals again; all of them where none is selected</source>
            <translation>Die ausgewählten Portale neu lesen; ohne Auswahl alle</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Remove the selected widget or bindings</source>
            <translation>Ausgewähltes Widget oder Einbindungen entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Rename the selected portal</source>
            <translation>Das ausgewählte Portal umbenennen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Review and apply what waits</source>
            <translation>Prüfen und anwenden, was wartet</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Save the widgets as a layout file</source>
            <translation>Widgets als Layoutdatei speichern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Show all portals, and the widgets again</source>
            <translation>Alle Portale zeigen, und wieder die Widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The page of portals</source>
            <translation>Die Seite der Portale</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The places of a widget</source>
            <translation>Die Platzierungen eines Widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The table of bindings</source>
            <translation>Die Tabelle der Einbindungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The widgets of a portal</source>
            <translation>Die Widgets eines Portals</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>This help, about the place that is selected</source>
            <translation>Diese Hilfe zur ausgewählten Platzierung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Tick or untick what is selected</source>
            <translation>Häkchen bei der Auswahl setzen oder entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Undo what was ticked, typed or discarded</source>
            <translation>Zurücknehmen, was angehakt, getippt oder verworfen wurde</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
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
            <location filename="bxdesk/gui/layouts/layout_files.py" />
            <source>the pasted text</source>
            <translation>Eingefügter Text</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>&amp;Open…</source>
            <translation>Ö&amp;ffnen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>&amp;Save the widgets as…</source>
            <translation>&amp;Widgets speichern unter…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Layo&amp;ut</source>
            <translation>La&amp;yout</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Layout file</source>
            <translation>Layoutdatei</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Layout files ({patterns})</source>
            <translation>Layoutdateien ({patterns})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Opened last</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Save the selected &amp;bindings as…</source>
            <translation>Gewählte Ein&amp;bindungen speichern unter…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Save the selected bindings</source>
            <translation>Ausgewählte Einbindungen speichern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Save the widgets</source>
            <translation>Widgets speichern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Widgets from a file, or into one. Files can be dropped on the window, too.</source>
            <translation>Widgets aus einer Datei oder in eine Datei. Dateien lassen sich auch auf das Fenster ziehen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Hides this note</source>
            <translation>Blendet diesen Hinweis aus</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Nothing to change: everything in {name} is already here.</source>
            <translation>Nichts zu ändern: Alles aus {name} ist schon da.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Reading {name}…</source>
            <translation>{name} wird gelesen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Reload</source>
            <translation>Neu laden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Saved {n} place to {path}.</source>
            <translation>{n} Platzierung in {path} gespeichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Saved {n} places to {path}.</source>
            <translation>{n} Platzierungen in {path} gespeichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>{name} has changed on disk since it was opened.</source>
            <translation>{name} wurde auf dem Datenträger geändert, seit Sie die Datei geöffnet haben.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>{n} change from {name} is waiting. Ctrl+Z takes it back.</source>
            <translation>{n} Änderung aus {name} wartet. Strg+Z nimmt sie zurück.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>{n} changes from {name} are waiting. Ctrl+Z takes them back.</source>
            <translation>{n} Änderungen aus {name} warten. Strg+Z nimmt sie zurück.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Before you apply</source>
            <translation>Vor dem Anwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Everything in {name} fits this portal, but look at this first.</source>
            <translation>Alles in {name} passt zu diesem Portal, aber sehen Sie sich zuerst dies an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Line</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Nothing in {name} could be used. Correct it and try again.</source>
            <translation>Aus {name} ließ sich nichts verwenden. Korrigieren Sie die Datei und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Only a part of {name} fits this portal. Here is what to look at.</source>
            <translation>Nur ein Teil von {name} passt zu diesem Portal. Das hier sollten Sie sich ansehen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>What does not fit</source>
            <translation>Was nicht passt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>{mistake} This is about {placements}.</source>
            <translation>{mistake} Das betrifft {placements}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>{n} place could not be written to the file:</source>
            <translation>{n} Platzierung konnte nicht in die Datei geschrieben werden:</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>{n} places could not be written to the file:</source>
            <translation>{n} Platzierungen konnten nicht in die Datei geschrieben werden:</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_model.py" />
            <source>What was found</source>
            <translation>Befund</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_model.py" />
            <source>left out</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_model.py" />
            <source>taken all the same</source>
            <translation>trotzdem übernommen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>Hide these notes</source>
            <translation>Hinweise ausblenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>Nothing is sent while you type and tick. “Review and apply…” shows every change first, and what was applied can be taken back in “History”.</source>
            <translation>Während Sie tippen und anhaken, wird nichts gesendet. „Prüfen und anwenden…“ zeigt zuerst jede Änderung, und Angewendetes lässt sich im „Verlauf“ zurücknehmen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>This portal lives on your computer: nothing you do here leaves it. On the left are the application's widgets; tick on the right where the open one should be.</source>
            <translation>Dieses Portal läuft auf Ihrem Computer: Nichts, was Sie hier tun, verlässt ihn. Links stehen die Widgets der Anwendung; haken Sie rechts an, wo das offene stehen soll.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>“Checks” finds widgets that people would not see, and says what to do. “Open the portal”, in the menu beside its name, shows them as people see them.</source>
            <translation>„Prüfungen“ findet Widgets, die man nicht sehen würde, und sagt, was zu tun ist. „Portal öffnen“ im Menü neben seinem Namen zeigt sie so, wie man sie sieht.</translation>
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
            <source>Forget everything that was not applied; it can be undone</source>
            <translation>Alles vergessen, was nicht angewendet wurde; das lässt sich rückgängig machen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Nothing can be changed here: {why}</source>
            <translation>Hier lässt sich nichts ändern: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Nothing to change yet: tick where the widget should be</source>
            <translation>Noch nichts zu ändern: Haken Sie an, wo das Widget stehen soll</translation>
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
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Redo: {what}</source>
            <translation>Wiederholen: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Review and apply</source>
            <translation>Prüfen und anwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Shows every change before it is made</source>
            <translation>Zeigt jede Änderung, bevor sie vorgenommen wird</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Undo: {what}</source>
            <translation>Rückgängig: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>{plan}. First: {problem}</source>
            <translation>{plan}. Zuerst: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>{widget}: {problem}</source>
            <translation>{widget}: {problem}</translation>
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
            <location filename="bxdesk/gui/page/views.py" />
            <source>&amp;Bindings</source>
            <translation>&amp;Einbindungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>All widgets by their places</source>
            <translation>Alle Widgets nach ihren Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>Content</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>The app's widgets, one of them open</source>
            <translation>Die Widgets der App, eines davon geöffnet</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>What the open widget says and does</source>
            <translation>Was das geöffnete Widget sagt und tut</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>Where the open widget is to be</source>
            <translation>Wo das geöffnete Widget sein soll</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>Widgets</source>
            <translation>Widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/layout_dialog.py" />
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/layout_dialog.py" />
            <source>Export into a folder</source>
            <translation>In einen Ordner exportieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/links.py" />
            <source>No browser opened. The address of the page is on the clipboard.</source>
            <translation>Es wurde kein Browser geöffnet. Die Adresse der Seite liegt in der Zwischenablage.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Choose a type from the list, or create it on the portal and refresh.</source>
            <translation>Wählen Sie einen Smartprozess aus der Liste oder legen Sie ihn im Portal an und aktualisieren Sie.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Close bxdesk, and start it with the vault's key in BXDESK_VAULT_KEY.</source>
            <translation>Schließen Sie bxdesk und starten Sie es mit dem Schlüssel des Tresors in BXDESK_VAULT_KEY.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Close the other program, or choose another port: the same address must stand in “Your handler path” on the app's card and here.</source>
            <translation>Schließen Sie das andere Programm oder wählen Sie einen anderen Port: Dieselbe Adresse muss unter „Ihr Handler-Pfad“ auf der Karte der App und hier stehen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Compare it with the custom types in the list.</source>
            <translation>Vergleichen Sie ihn mit den benutzerdefinierten Typen in der Liste.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Compare it with the places in the list.</source>
            <translation>Vergleichen Sie ihn mit den Platzierungen in der Liste.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Finish it, or put back what stood there before.</source>
            <translation>Schließen Sie es ab oder stellen Sie den vorherigen Stand wieder her.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>If it is a server of your own, its public part may be closed for a time: look in the main module's settings. If the portal is gone, sign out of it here.</source>
            <translation>Wenn es ein eigener Server ist, kann sein öffentlicher Teil vorübergehend geschlossen sein: Sehen Sie in den Einstellungen des Hauptmoduls nach. Wenn es das Portal nicht mehr gibt, melden Sie sich hier davon ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>If it is your own server, enter it as the authorization server and sign in again.</source>
            <translation>Wenn es Ihr eigener Server ist, geben Sie ihn als Autorisierungsserver an und melden Sie sich erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>It is left alone: remove it by hand if it is to go.</source>
            <translation>Es wird in Ruhe gelassen: Entfernen Sie es von Hand, wenn es weg soll.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>It was left alone. Refresh, look at it, and plan again.</source>
            <translation>Es wurde nichts daran verändert. Aktualisieren Sie, sehen Sie es sich an und planen Sie neu.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Look at the page in the browser. Check that “Your handler path” on the app's card is the address used here, then sign in again.</source>
            <translation>Sehen Sie sich die Seite im Browser an. Prüfen Sie, ob „Ihr Handler-Pfad“ auf der Karte der App die hier benutzte Adresse ist, und melden Sie sich dann noch einmal an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Move this one there, or give one of them other texts.</source>
            <translation>Ziehen Sie dieses dorthin um, oder geben Sie einem von beiden andere Texte.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Press “Reinstall” on the app's card, or open the app in the portal: if it has a page of its own, that completes the installation. Otherwise add the app anew, without an interface, and move the widgets to it; changing the card does not help.</source>
            <translation>Drücken Sie „Reinstall“ auf der Karte der App, oder öffnen Sie die App im Portal: Hat sie eine eigene Seite, schließt das die Installation ab. Sonst fügen Sie die App neu hinzu, ohne Oberfläche, und ziehen die Widgets dorthin um; die Karte zu ändern hilft nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Refresh to see what it did, then try again.</source>
            <translation>Aktualisieren Sie, um zu sehen, was ausgeführt wurde, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Refresh, compare, and apply again.</source>
            <translation>Aktualisieren Sie, vergleichen Sie und wenden Sie die Änderungen erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Sign in again with the new address.</source>
            <translation>Melden Sie sich mit der neuen Adresse erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Sign in again.</source>
            <translation>Melden Sie sich erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Sign out of it and sign in again at the address that the portal really has.</source>
            <translation>Melden Sie sich dort ab und an der Adresse wieder an, die das Portal wirklich hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Tick it under “Assign permissions” on the app's card, save, and refresh here. If it is still missing then, sign in again; if that does not help, press “Reinstall” on the card.</source>
            <translation>Haken Sie es unter „Assign permissions“ auf der Karte der App an, speichern Sie und aktualisieren Sie hier. Fehlt es dann noch, melden Sie sich noch einmal an; hilft das nicht, drücken Sie „Reinstall“ auf der Karte.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Unlock or install a keyring and try again. You may also go on for this session only.</source>
            <translation>Entsperren oder installieren Sie einen Schlüsselbund und versuchen Sie es erneut. Sie können auch nur für diese Sitzung fortfahren.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Use the one on the app's card, as in {address}.</source>
            <translation>Verwenden Sie die auf der Karte der App angegebene, wie in {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Use {address} on the app's card and here, or paste the answer.</source>
            <translation>Verwenden Sie {address} auf der Karte der App und hier, oder fügen Sie die Antwort ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>When it answers again, refresh or apply again: what was begun is finished or put back first.</source>
            <translation>Wenn es wieder antwortet, aktualisieren Sie oder wenden Sie erneut an: Begonnenes wird zuerst abgeschlossen oder zurückgenommen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>Sending…</source>
            <translation>Wird gesendet…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>Stopping after the changes that are on their way…</source>
            <translation>Wird nach den bereits gesendeten Änderungen angehalten…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>{done} of {total}: {what}</source>
            <translation>{done} von {total}: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Checking whether people will see it…</source>
            <translation>Es wird geprüft, ob man es sehen wird…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Look at this, too: {problem}</source>
            <translation>Beachten Sie auch: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Nothing was found that would keep people from seeing it.</source>
            <translation>Es wurde nichts gefunden, was es verbergen würde.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>People will not see it: {problem}</source>
            <translation>Man wird es nicht sehen: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Whether people will see it is not known: {problem}</source>
            <translation>Ob man es sehen wird, ist nicht bekannt: {problem}</translation>
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
            <source>Shows first what is taken back</source>
            <translation>Zeigt zuerst, was zurückgenommen wird</translation>
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
            <source>Done</source>
            <translation>Ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Failed: {why}</source>
            <translation>Fehlgeschlagen: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Give “{title}” at {place} another page address</source>
            <translation>„{title}“ bei {place} eine andere Seitenadresse geben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Not carried out</source>
            <translation>Nicht ausgeführt</translation>
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
            <source>Unbind “{title}” from {place}</source>
            <translation>„{title}“ entfernen – {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} are not known</source>
            <translation>{n} unbekannt</translation>
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
            <source>{n} failed</source>
            <translation>{n} fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} is not known</source>
            <translation>{n} unbekannt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} was not carried out</source>
            <translation>{n} wurde nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} was put back</source>
            <translation>{n} wurde zurückgesetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} were not carried out</source>
            <translation>{n} wurden nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} were put back</source>
            <translation>{n} wurden zurückgesetzt</translation>
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
            <source>Left as it stands</source>
            <translation>Gelassen, wie es stand</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Nothing was sent; it is left as it stands.</source>
            <translation>Es wurde nichts gesendet; alles bleibt, wie es ist.</translation>
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
            <source>What stands there now</source>
            <translation>Jetziger Stand</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>changed by somebody else; it is left alone</source>
            <translation>von jemand anderem geändert; bleibt unverändert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>done</source>
            <translation>ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>half done</source>
            <translation>halb ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>not done: what stood there before</source>
            <translation>nicht ausgeführt: vorheriger Stand</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>{user} began it: {moment}. bxdesk or the connection ended before all was done. This is what stands there now; nothing is changed before you choose.</source>
            <translation>Begonnen von {user}: {moment}. bxdesk oder die Verbindung wurde beendet, bevor alles ausgeführt war. Hier sehen Sie den jetzigen Stand; bis zu Ihrer Entscheidung wird nichts geändert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>&amp;Export</source>
            <translation>&amp;Exportieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>Export layouts</source>
            <translation>Layouts exportieren</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>Into the folder {folder}</source>
            <translation>In den Ordner {folder}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>{n} file written to {folder}</source>
            <translation>{n} Datei in {folder} geschrieben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>{n} files written to {folder}</source>
            <translation>{n} Dateien in {folder} geschrieben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>{said}; {n} failed</source>
            <translation>{said}; {n} fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>replaces the file there</source>
            <translation>ersetzt die dortige Datei</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>{n} place saved</source>
            <translation>{n} Platzierung gespeichert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>{n} places saved</source>
            <translation>{n} Platzierungen gespeichert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>{said}, {n} left out</source>
            <translation>{said}, {n} ausgelassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/group_dialog.py" />
            <source>Only bxdesk uses it. Left empty, they are in no group.</source>
            <translation>Nur bxdesk verwendet den Namen. Bleibt das Feld leer, gehören sie zu keiner Gruppe.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/group_dialog.py" />
            <source>The group of {n} portal</source>
            <translation>Gruppe von {n} Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/group_dialog.py" />
            <source>The group of {n} portals</source>
            <translation>Gruppe von {n} Portalen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>&amp;Forget the layout</source>
            <translation>Layout &amp;weglassen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>Compare with a lay&amp;out…</source>
            <translation>Mit Lay&amp;out vergleichen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>How far each portal is from what a layout file says</source>
            <translation>Wie weit jedes Portal von einer Layoutdatei abweicht</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>Select the portals that the layout is to be applied to</source>
            <translation>Wählen Sie die Portale aus, auf die das Layout angewendet werden soll</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>It has not been read in this window yet.</source>
            <translation>Es wurde in diesem Fenster noch nicht gelesen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>Open it</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>Read it</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>What is known of the portal</source>
            <translation>Was über das Portal bekannt ist</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>{portal} (1 of {n} selected)</source>
            <translation>{portal} (1 von {n} ausgewählt)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>{state}, last read {moment}</source>
            <translation>{state}, zuletzt gelesen {moment}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>a check found something</source>
            <translation>eine Prüfung fand etwas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>changes wait</source>
            <translation>Änderungen warten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>cut off</source>
            <translation>unterbrochen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>differs from the layout</source>
            <translation>weicht vom Layout ab</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>drifted</source>
            <translation>abweichend</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>in step with the layout</source>
            <translation>entspricht dem Layout</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Against {layout}</source>
            <translation>Verglichen mit {layout}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Drift</source>
            <translation>Abweichungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Drift since {moment}</source>
            <translation>Abweichungen seit {moment}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Nothing differs.</source>
            <translation>Keine Unterschiede.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Nothing was found.</source>
            <translation>Es wurde nichts gefunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Proof that it shows</source>
            <translation>Nachweis, dass es erscheint</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>There is none.</source>
            <translation>Es gibt keine.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Waits in your draft</source>
            <translation>Wartet in Ihrem Entwurf</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>bxdesk has applied nothing here yet.</source>
            <translation>bxdesk hat hier noch nichts angewendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>does not fit</source>
            <translation>passt nicht</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>in step</source>
            <translation>entspricht</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>{n} when it was last read</source>
            <translation>{n}, als es zuletzt gelesen wurde</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>{title}: {n} place</source>
            <translation>{title}: {n} Platzierung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>{title}: {n} places</source>
            <translation>{title}: {n} Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>“{title}” appeared at {place}</source>
            <translation>„{title}“ kam hinzu: {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>“{title}” changed at {place}</source>
            <translation>„{title}“ hat sich geändert: {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>“{title}” vanished from {place}</source>
            <translation>„{title}“ verschwand: {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Check</source>
            <translation>P&amp;rüfen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Export layouts…</source>
            <translation>Layouts e&amp;xportieren…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Move to a new server…</source>
            <translation>Auf neuen Server um&amp;ziehen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Open</source>
            <translation>Ö&amp;ffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Prove that it shows…</source>
            <translation>Nachweisen, dass es &amp;erscheint…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Read</source>
            <translation>&amp;Lesen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Apply {layout} to several portals</source>
            <translation>{layout} auf mehrere Portale anwenden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Move from {before} to {after}</source>
            <translation>Umzug von {before} nach {after}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Put into a &amp;group…</source>
            <translation>In eine &amp;Gruppe aufnehmen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Re&amp;name…</source>
            <translation>&amp;Umbenennen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Bindings that somebody else has changed since bxdesk last changed the portal</source>
            <translation>Bindungen, die jemand anderes geändert hat, seit bxdesk das Portal zuletzt geändert hat</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Drifted</source>
            <translation>Abweichend</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Last read</source>
            <translation>Zuletzt gelesen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Layout</source>
            <translation>Layout</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Places that your draft changes, and that are not applied yet</source>
            <translation>Orte, die Ihr Entwurf ändert und die noch nicht angewendet sind</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>The worst that checks found of what would keep widgets from being seen</source>
            <translation>Das Schwerste, was Prüfungen gefunden haben und was Widgets verbergen würde</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Waiting</source>
            <translation>Wartend</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>What has to change until the portal is as the layout says</source>
            <translation>Was sich ändern muss, bis das Portal dem Layout entspricht</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>When the portal was last read</source>
            <translation>Wann das Portal zuletzt gelesen wurde</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>All groups</source>
            <translation>Alle Gruppen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>All states</source>
            <translation>Alle Status</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>No portal matches what is searched.</source>
            <translation>Kein Portal passt zur Suche.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>Portals ({n})</source>
            <translation>Portale ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>Read &amp;all</source>
            <translation>Alle l&amp;esen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_table.py" />
            <source>Portals</source>
            <translation>Portale</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/proof_series.py" />
            <source>On none of these portals stands a widget, as far as they could be read.</source>
            <translation>Auf keinem dieser Portale steht ein Widget, soweit sie gelesen werden konnten.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/proof_series.py" />
            <source>There is nothing to prove.</source>
            <translation>Es gibt nichts nachzuweisen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Also &amp;remove what the layout does not name</source>
            <translation>Auch &amp;entfernen, was das Layout nicht nennt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Done on {n} portal</source>
            <translation>Auf {n} Portal erledigt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Done on {n} portals</source>
            <translation>Auf {n} Portalen erledigt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Reading the portals…</source>
            <translation>Die Portale werden gelesen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{done} of {total} portals</source>
            <translation>{done} von {total} Portalen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{plan} on {n} portal</source>
            <translation>{plan} auf {n} Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{plan} on {n} portals</source>
            <translation>{plan} auf {n} Portalen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{said}; {n} stopped</source>
            <translation>{said}; {n} angehalten</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>&amp;Try again what failed ({n})</source>
            <translation>Fehlges&amp;chlagene erneut lesen ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Cance&amp;l checking</source>
            <translation>Prüfung abb&amp;rechen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Cance&amp;l reading</source>
            <translation>Lesen a&amp;bbrechen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Portals that were checked</source>
            <translation>Geprüfte Portale</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Portals that were read</source>
            <translation>Gelesene Portale</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Stopped: {said}</source>
            <translation>Angehalten: {said}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>{done} of {total} checked</source>
            <translation>{done} von {total} geprüft</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>{done} of {total} read</source>
            <translation>{done} von {total} gelesen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>{said}, {failed} failed</source>
            <translation>{said}, {failed} fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_dialog.py" />
            <source>Move to a new server on {n} portal</source>
            <translation>Umzug auf einen neuen Server auf {n} Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_dialog.py" />
            <source>Move to a new server on {n} portals</source>
            <translation>Umzug auf einen neuen Server auf {n} Portalen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_dialog.py" />
            <source>Re&amp;view…</source>
            <translation>&amp;Prüfen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>Portal and widget</source>
            <translation>Portal und Widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>reading…</source>
            <translation>wird gelesen…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>{n} place</source>
            <translation>{n} Platzierung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>{n} places</source>
            <translation>{n} Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>doubtful</source>
            <translation>zweifelhaft</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>good</source>
            <translation>gut</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>not for everybody</source>
            <translation>nicht für alle</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>not seen</source>
            <translation>nicht zu sehen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>problem</source>
            <translation>Problem</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>shows</source>
            <translation>zu sehen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>no rights</source>
            <translation>keine Rechte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>not reachable</source>
            <translation>nicht erreichbar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>not read</source>
            <translation>nicht gelesen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>not read yet</source>
            <translation>noch nicht gelesen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>read earlier</source>
            <translation>früher gelesen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>session ended</source>
            <translation>Sitzung abgelaufen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>signed in</source>
            <translation>angemeldet</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/goals.py" />
            <source>It stands at the new address already.</source>
            <translation>Es steht bereits unter der neuen Adresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/goals.py" />
            <source>The layout does not name it.</source>
            <translation>Das Layout nennt es nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>layout file</source>
            <translation>Layoutdatei</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>other addresses</source>
            <translation>andere Adressen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>removal of bindings</source>
            <translation>Entfernen von Einbindungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>removal of the widget</source>
            <translation>Entfernen des Widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>the selected bindings</source>
            <translation>die gewählten Einbindungen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/rollout.py" />
            <source>sending changes…</source>
            <translation>Änderungen werden gesendet…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/session.py" />
            <source>You are signed in, but the portals cannot be listed.</source>
            <translation>Sie sind angemeldet, aber die Portale lassen sich nicht auflisten.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/side_by_side.py" />
            <source>waiting…</source>
            <translation>wartet…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>An apply of one change was cut off here before its end.</source>
            <translation>Das Anwenden einer Änderung wurde hier vorzeitig unterbrochen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>An apply of {count} changes was cut off here before its end.</source>
            <translation>Das Anwenden von {count} Änderungen wurde hier vorzeitig unterbrochen.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>Look at what stands there, then finish it or put everything back.</source>
            <translation>Sehen Sie sich den jetzigen Stand an; schließen Sie dann ab oder setzen Sie alles zurück.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>Nothing else can be applied to this portal until this is finished or put back.</source>
            <translation>Auf dieses Portal lässt sich nichts anderes anwenden, bis dies abgeschlossen oder zurückgesetzt ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>different text here</source>
            <translation>anderer Text hier</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>languages</source>
            <translation>Sprachen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>options</source>
            <translation>Optionen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>page address</source>
            <translation>Seitenadresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>texts</source>
            <translation>Texte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>ticks</source>
            <translation>Haken</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/workspace.py" />
            <source>discarding</source>
            <translation>Verwerfen</translation>
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
            <source>Places, bindings, custom types and permissions, in one request.</source>
            <translation>Platzierungen, Einbindungen, benutzerdefinierte Typen und Berechtigungen, in einer Anfrage.</translation>
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
            <source>All portals that are connected, and how they are</source>
            <translation>Alle verbundenen Portale und ihr Zustand</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Che&amp;cks</source>
            <translation>Prü&amp;fungen</translation>
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
            <source>Language, theme and proxy</source>
            <translation>Sprache, Design und Proxy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>More about this portal</source>
            <translation>Mehr zu diesem Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Op&amp;en the portal</source>
            <translation>Portal &amp;öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Open its &amp;developer resources</source>
            <translation>&amp;Entwicklerressourcen öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Open its a&amp;pplications and their cards</source>
            <translation>A&amp;nwendungen und ihre Karten öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Read again what you see; your ticks and texts stay</source>
            <translation>Neu lesen, was Sie sehen; Häkchen und Texte bleiben</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Reading the portal</source>
            <translation>Portal wird eingelesen</translation>
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
            <source>What each place is, and how bxdesk works</source>
            <translation>Was die einzelnen Platzierungen sind und wie bxdesk funktioniert</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>What was applied and when, and the way back from it</source>
            <translation>Was wann angewendet wurde, und der Weg zurück</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>What would keep widgets from being seen, and what to do</source>
            <translation>Was Widgets verbergen würde, und was zu tun ist</translation>
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
            <location filename="bxdesk/gui/tree/placement_cells.py" />
            <source>none can be bound</source>
            <translation>keine einbindbar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_cells.py" />
            <source>{bound} of {all} bound</source>
            <translation>{bound} von {all} eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>Name, code, type or number</source>
            <translation>Name, Code, Typ oder Nummer</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>No place matches “{text}”.</source>
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
            <source>More placements</source>
            <translation>Weitere Platzierungen</translation>
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
            <source>&amp;Different text here</source>
            <translation>&amp;Anderer Text hier</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_tree.py" />
            <source>&amp;Open in the portal</source>
            <translation>Im &amp;Portal öffnen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>Another widget of this app stands here: {others}. It is left alone.</source>
            <translation>Ein anderes Widget dieser App steht hier: {others}. Es bleibt unverändert.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It gets the address {address}.</source>
            <translation>Es erhält die Adresse {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It has a different text here: “{title}”.</source>
            <translation>Es hat hier einen anderen Text: „{title}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It says “{title}” there now.</source>
            <translation>Dort steht jetzt „{title}“.</translation>
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
            <source>The widget is bound here, as it is shown.</source>
            <translation>Das Widget ist hier so eingebunden, wie es angezeigt wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>The widget will be bound here.</source>
            <translation>Das Widget wird hier eingebunden.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>another widget</source>
            <translation>anderes Widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>bound</source>
            <translation>eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>bound, different text</source>
            <translation>eingebunden, anderer Text</translation>
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
            <source>to bind, different text</source>
            <translation>wird eingebunden, anderer Text</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>to move</source>
            <translation>wird umgestellt</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>to replace, different text</source>
            <translation>wird ersetzt, anderer Text</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>waits for its place</source>
            <translation>wartet auf Platzierung</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>{state}, hidden by the type</source>
            <translation>{state}, vom Typ verborgen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>Checks: {verdict}</source>
            <translation>Prüfungen: {verdict}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>New widget</source>
            <translation>Neues Widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>no page address yet</source>
            <translation>noch keine Seitenadresse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>{n} to bind</source>
            <translation>{n} einzubinden</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>{n} to change</source>
            <translation>{n} zu ändern</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>{n} to unbind</source>
            <translation>{n} zu entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>&amp;Remove from all places</source>
            <translation>Überall &amp;entfernen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>Find a widget</source>
            <translation>Widget suchen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>New &amp;widget</source>
            <translation>Neues W&amp;idget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>Opens a widget that stands nowhere yet</source>
            <translation>Öffnet ein Widget, das noch nirgends steht</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>&amp;Move to a new application…</source>
            <translation>Zu neuer Anwendung &amp;umziehen…</translation>
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
            <source>bxdesk</source>
            <translation>bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>{portal} — bxdesk</source>
            <translation>{portal} — bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/loopback.py" />
            <source>No page can be shown from this computer.</source>
            <translation>Von diesem Computer kann keine Seite gezeigt werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/loopback.py" />
            <source>bxdesk is not reached by this name.</source>
            <translation>Unter diesem Namen ist bxdesk nicht zu erreichen.</translation>
        </message>
        <message>
            <location filename="bxdesk/messages.py" />
            <source>{first}, {next}</source>
            <translation>{first}, {next}</translation>
        </message>
        <message>
            <location filename="bxdesk/messages.py" />
            <source>{first}; {next}</source>
            <translation>{first}; {next}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>A permission that {code} needs is missing.</source>
            <translation>Eine Berechtigung, die {code} benötigt, fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Compare the permissions in the app's card with the placement's documentation.</source>
            <translation>Vergleichen Sie die Berechtigungen in den App-Einstellungen mit der Dokumentation der Platzierung.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Placements that need it stay hidden until the app's card grants it.</source>
            <translation>Platzierungen, die sie benötigen, bleiben ausgeblendet, bis sie in den App-Einstellungen erteilt wird.</translation>
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
            <source>{code} is not set by binding.</source>
            <translation>{code} lässt sich nicht durch Einbinden setzen.</translation>
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
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Activity</source>
            <translation>Aktivität</translation>
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
            <source>Deal</source>
            <translation>Auftrag</translation>
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
            <source>Order</source>
            <translation>Bestellung</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>The page of the portal that the widget was opened from. Missing where the browser does not tell it.</source>
            <translation>Die Seite des Portals, von der aus das Widget geöffnet wurde. Fehlt, wenn der Browser sie nicht mitteilt.</translation>
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
            <location filename="bxdesk/placements/cautions.py" />
            <source>A portal takes the widget all the same.</source>
            <translation>Ein Portal nimmt das Widget trotzdem an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Choose it only for a page that was written for it.</source>
            <translation>Wählen Sie es nur für eine Seite, die dafür geschrieben wurde.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Enter the other text too, or empty both.</source>
            <translation>Geben Sie auch den anderen Text ein, oder leeren Sie beide.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Nobody sees it there: this type has its {what} switched off.</source>
            <translation>Dort sieht es niemand: Bei diesem Typ ist ausgeschaltet: {what}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>One text of the notice has no effect without the other.</source>
            <translation>Ein Text des Hinweises allein bewirkt nichts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>People see the notice only if both are filled. Its “learn more” opens the app's own address, the handler path of its card.</source>
            <translation>Man sieht den Hinweis nur, wenn beide ausgefüllt sind. Sein „Mehr erfahren“ öffnet die eigene Adresse der App, den Handler-Pfad auf ihrer Karte.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Some portals show only the last tile of an app.</source>
            <translation>Manche Portale zeigen nur die letzte Kachel einer App.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Switch its {what} on in the type's settings on the portal.</source>
            <translation>Schalten Sie in den Einstellungen des Typs auf dem Portal ein: {what}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>The portal loads the page unseen, and draws what its script asks for with “setLayout”.</source>
            <translation>Das Portal lädt die Seite ungesehen und zeichnet, was ihr Skript mit „setLayout“ verlangt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>This app has several tiles in the Contact Center.</source>
            <translation>Diese App hat mehrere Kacheln im Contact Center.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Use one tile whose page offers the choice.</source>
            <translation>Verwenden Sie eine Kachel, deren Seite die Wahl anbietet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>With the built-in interface an ordinary page shows nothing.</source>
            <translation>Mit der eingebauten Oberfläche zeigt eine gewöhnliche Seite nichts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>{count} more</source>
            <translation>{count} weitere</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>{places}: {problem}</source>
            <translation>{places}: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>For user</source>
            <translation>Für Nutzer</translation>
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
            <location filename="bxdesk/placements/change_words.py" />
            <source>{what}: {value}</source>
            <translation>{what}: {value}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>“{text}”</source>
            <translation>„{text}“</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>“{text}” ({languages})</source>
            <translation>„{text}“ ({languages})</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/characters.py" />
            <source>{number} ({name}) after “{before}”</source>
            <translation>{number} ({name}) nach „{before}“</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/characters.py" />
            <source>{number} ({name}) at the beginning</source>
            <translation>{number} ({name}) am Anfang</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/draft.py" />
            <source>Tick the places of both in one of them, and remove the other.</source>
            <translation>Kreuzen Sie die Platzierungen beider in einem davon an und entfernen Sie das andere.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/draft.py" />
            <source>Two widgets have the same page address.</source>
            <translation>Zwei Widgets haben dieselbe Seitenadresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Address that is told of errors</source>
            <translation>Adresse für Fehlermeldungen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>An entry of the group “Applications” in the portal's main menu.</source>
            <translation>Ein Eintrag der Gruppe „Anwendungen“ im Hauptmenü des Portals.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>BI analytics menu</source>
            <translation>Menü der BI-Analytik</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Background worker</source>
            <translation>Hintergrundprozess</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Custom field type</source>
            <translation>Eigener Feldtyp</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>In the editor of sites. The app sets it with its blocks; it cannot be bound by hand.</source>
            <translation>Im Editor der Websites. Die App setzt es mit ihren Blöcken; von Hand lässt es sich nicht einsetzen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Inside a field of a CRM card: the app shows the value and takes it in. The portal sets it when the app registers its type of field; it cannot be bound by hand.</source>
            <translation>In einem Feld eines CRM-Formulars: Die App zeigt den Wert an und nimmt ihn entgegen. Das Portal setzt es, wenn die App ihren Feldtyp registriert; von Hand lässt es sich nicht einbinden.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Main menu</source>
            <translation>Hauptmenü</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Menu of a block</source>
            <translation>Menü eines Blocks</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Nowhere by itself: it opens when somebody follows a link “/marketplace/view/…/” in a message, comment or task. For “…” stands the app's client ID.</source>
            <translation>Nirgends von selbst: Sie öffnet sich, wenn jemand in einer Nachricht, einem Kommentar oder einer Aufgabe auf einen Link „/marketplace/view/…/“ klickt. Statt „…“ steht dort die Client-ID der App.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Nowhere: it runs unseen on every page of the portal. The portal removes one that takes longer than five seconds to answer more than ten times a day.</source>
            <translation>Nirgends: Er läuft unsichtbar auf jeder Seite des Portals. Braucht er mehr als zehnmal am Tag länger als fünf Sekunden für eine Antwort, entfernt ihn das Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Register the blocks from your application.</source>
            <translation>Melden Sie die Blöcke aus Ihrer Anwendung an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Register the field type from your application.</source>
            <translation>Registrieren Sie den Feldtyp aus Ihrer Anwendung.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Settings of a page</source>
            <translation>Einstellungen einer Seite</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Settings of an Open Channel connector</source>
            <translation>Connector-Einstellungen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Sites: settings and blocks</source>
            <translation>Websites: Einstellungen und Blöcke</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The app's own address</source>
            <translation>Eigene Adresse der App</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The connector, by the name the app gave it.</source>
            <translation>Der Connector unter dem Namen, den ihm die App gegeben hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The field's name in another system, if it has one.</source>
            <translation>Der Name des Felds in einem anderen System, falls es einen hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The field.</source>
            <translation>Das Feld.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The kind of card that the field is in.</source>
            <translation>Die Art des Formulars, in dem das Feld steht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The last entry of the group “BI analytics” in CRM analytics. The portal opens the handler without telling it anything.</source>
            <translation>Der letzte Eintrag der Gruppe „BI-Analytik“ in der CRM-Analytik. Das Portal öffnet den Handler, ohne ihm Daten zu übergeben.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The number of the CRM object; 0 in a new card.</source>
            <translation>Die Nummer des CRM-Elements; 0 in einem neuen Formular.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The number of the Open Channel.</source>
            <translation>Die Nummer des Kommunikationskanals.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The page that opens when somebody connects a channel in the Contact Center. Nobody sees it before the app has registered its connector with the same address (imconnector.register).</source>
            <translation>Die Seite, die sich öffnet, wenn jemand im Contact Center einen Kanal verbindet. Niemand sieht sie, bevor die App ihren Konnektor mit derselben Adresse angemeldet hat (imconnector.register).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The placement once more.</source>
            <translation>Noch einmal die Platzierung.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The portal sets it when a field type is registered (userfieldtype.add).</source>
            <translation>Das Portal setzt es, wenn ein Feldtyp registriert wird (userfieldtype.add).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The portal sets it when blocks are registered (landing.repo.bind).</source>
            <translation>Das Portal setzt es, wenn Blöcke angemeldet werden (landing.repo.bind).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>What is in the field; a list where it takes several values.</source>
            <translation>Was im Feld steht; eine Liste, wenn es mehrere Werte annimmt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whatever stands in the link as “params[…]”, by the name it has there.</source>
            <translation>Alles, was im Link als „params[…]“ steht, unter dem Namen, den es dort hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether all of it works.</source>
            <translation>Ob alles zusammen funktioniert.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether it must be filled in: Y or N.</source>
            <translation>Ob es ausgefüllt werden muss: Y oder N.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether it takes several values: Y or N.</source>
            <translation>Ob es mehrere Werte annimmt: Y oder N.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the channel is registered with that service.</source>
            <translation>Ob der Kanal bei diesem Dienst registriert ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the connector has an error.</source>
            <translation>Ob beim Connector ein Fehler vorliegt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the connector is switched on for this channel.</source>
            <translation>Ob der Connector für diesen Kanal aktiviert ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the field is shown or edited: view or edit.</source>
            <translation>Ob das Feld angezeigt oder bearbeitet wird: view oder edit.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the service outside is connected.</source>
            <translation>Ob der externe Dienst verbunden ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Administrators</source>
            <translation>Administratoren</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>All chats</source>
            <translation>Alle Chats</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Also for people from outside (extranet)</source>
            <translation>Auch für externe Nutzer (Extranet)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry at the end of a message's menu “•••”, under “More”.</source>
            <translation>Ein Eintrag am Ende des Menüs „•••“ einer Nachricht, unter „Mehr“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the bar above a chat's message field. People show that bar with the button for applications at the right end of the field.</source>
            <translation>Ein Eintrag der Leiste über dem Eingabefeld eines Chats. Man blendet sie mit der Schaltfläche für Anwendungen am rechten Ende des Felds ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the block “Applications” at the bottom of a chat's side panel.</source>
            <translation>Ein Eintrag im Block „Anwendungen“ unten in der Seitenleiste eines Chats.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the menu “Apps” above the message field, in the mobile app. Not every portal has this menu. The app shows it to everybody and in all chats, whatever the options say.</source>
            <translation>Ein Eintrag im Menü „Apps“ über dem Eingabefeld der mobilen App. Nicht jedes Portal hat dieses Menü. Die mobile App zeigt ihn allen und in allen Chats, was auch immer die Optionen sagen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the messenger's own navigation, beside “Chats” and “Channels”, often under “More”. The widget takes the whole room of the messenger.</source>
            <translation>Ein Eintrag in der Navigation des Messengers, neben „Chats“ und „Kanäle“, oft unter „Mehr“. Das Widget füllt den gesamten Messenger aus.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Aqua</source>
            <translation>Aquamarin</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Azure</source>
            <translation>Azurblau</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Brown</source>
            <translation>Braun</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Browser and desktop app</source>
            <translation>Browser und Desktop-App</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>CRM chats</source>
            <translation>CRM-Chats</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: above the message field</source>
            <translation>Chat: über dem Eingabefeld</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: menu of a message</source>
            <translation>Chat: Menü einer Nachricht</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: navigation</source>
            <translation>Chat: Navigation</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: selection of smileys (obsolete)</source>
            <translation>Chat: Auswahl der Smileys (veraltet)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: side panel</source>
            <translation>Chat: Seitenleiste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chats it is shown in</source>
            <translation>Chats, in denen es angezeigt wird</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chats of two</source>
            <translation>Einzelchats</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Colour</source>
            <translation>Farbe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Dark blue</source>
            <translation>Dunkelblau</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Graphite</source>
            <translation>Graphit</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Gray</source>
            <translation>Grau</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Group chats</source>
            <translation>Gruppenchats</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Height of the frame (percent)</source>
            <translation>Höhe des Frames (Prozent)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Icon name</source>
            <translation>Name des Symbols</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Khaki</source>
            <translation>Khaki</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Light blue</source>
            <translation>Hellblau</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Lime</source>
            <translation>Limettengrün</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Marengo</source>
            <translation>Marengo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Mint</source>
            <translation>Mintgrün</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Mobile app</source>
            <translation>Mobile App</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Nowhere on newer portals: it can be bound, but since version im 25.1600 of the messenger nothing opens it.</source>
            <translation>Auf neueren Portalen nirgends: Es lässt sich einsetzen, aber seit der Version im 25.1600 des Messengers öffnet nichts es mehr.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Open Channels</source>
            <translation>Kommunikationskanäle</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Orange</source>
            <translation>Orange</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>People who see it</source>
            <translation>Wer es sieht</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Pink</source>
            <translation>Rosa</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Purple</source>
            <translation>Lila</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Sand</source>
            <translation>Sand</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>The chat: “chat” and a number, or the number of the other person.</source>
            <translation>Der Chat: „chat“ und eine Nummer oder die Nummer der anderen Person.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>The number of the message.</source>
            <translation>Die Nummer der Nachricht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Width of the frame (percent)</source>
            <translation>Breite des Frames (Prozent)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>6 for an activity; other records have other keys.</source>
            <translation>6 bei einer Aktivität; andere Einträge haben andere Schlüssel.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A button at the top right of a report in CRM analytics. Reports without settings of their own lack it.</source>
            <translation>Eine Schaltfläche oben rechts in einem Bericht der CRM-Analytik. Bei Berichten ohne eigene Einstellungen fehlt sie.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A button at the top right of the window for automation rules.</source>
            <translation>Eine Schaltfläche oben rechts im Fenster der Automatisierungsregeln.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A button at the top right of the window “Sales pipelines and tunnels”, which opens from the list of pipelines above a kanban.</source>
            <translation>Eine Schaltfläche oben rechts im Fenster „Verkaufspipelines und Tunnels“, das sich aus der Liste der Pipelines über einem Kanban öffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A source for the search in a company's or contact's “Details”.</source>
            <translation>Eine Quelle für die Suche in den detaillierten Informationen eines Unternehmens oder Kontakts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A source for the search in the form for bank details.</source>
            <translation>Eine Quelle für die Suche im Formular der Bankverbindung.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A source for the search while somebody enters a company's details.</source>
            <translation>Eine Quelle für die Suche, während jemand die Angaben einer Firma eingibt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A tab in the row at the top of a card; with little room it is under “More”.</source>
            <translation>Ein Tab in der oberen Zeile eines Formulars; bei wenig Platz unter „Mehr“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A tile at the bottom of the Contact Center (/contact_center/ on the portal), among the partner solutions. A tile opens its page and nothing else: it connects no channel, which is what imconnector.register does.</source>
            <translation>Eine Kachel unten im Contact Center (/contact_center/ auf dem Portal), bei den Lösungen der Partner. Eine Kachel öffnet ihre Seite und sonst nichts: Sie verbindet keinen Kanal, das tut imconnector.register.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry below the clients that are found while somebody types into the client's field of a card; it comes with the third letter.</source>
            <translation>Ein Eintrag unter den Kunden, die bei der Eingabe in das Kundenfeld eines Formulars gefunden werden; er erscheint ab dem dritten Buchstaben.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the bar above a card's timeline, where “Activity” and “Comment” are; as a rule it is under “More”.</source>
            <translation>Ein Eintrag der Leiste über der Timeline eines Formulars, in der „Aktivität“ und „Kommentar“ stehen; in der Regel unter „Mehr“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu at the beginning of a row in a list, under “Market”.</source>
            <translation>Ein Eintrag im Menü am Anfang einer Zeile in einer Liste, unter „Market“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu at the top right above a list.</source>
            <translation>Ein Eintrag im Menü oben rechts über einer Liste.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu at the top right of a card, left of “Document”.</source>
            <translation>Ein Eintrag im Menü oben rechts in einem Formular, links von „Dokument“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu “•••” of a single record in the timeline, under “Extensions”.</source>
            <translation>Ein Eintrag im Menü „•••“ eines einzelnen Timeline-Eintrags, unter „Erweiterungen“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry under “Applications” in the left menu of CRM analytics.</source>
            <translation>Ein Eintrag unter „Anwendungen“ im linken Menü der CRM-Analytik.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry under “Extensions” in the menu that “Document” opens at the top of a card.</source>
            <translation>Ein Eintrag unter „Erweiterungen“ im Menü, das sich mit „Dokument“ oben in einem Formular öffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Analytics menu</source>
            <translation>Menü der Analytik</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Analytics toolbar</source>
            <translation>Symbolleiste der Analytik</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Bank details</source>
            <translation>Bankverbindung</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Built-in interface</source>
            <translation>Integrierte Oberfläche</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>CRM timeline button</source>
            <translation>Timeline-Schaltfläche</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>CRM, other places</source>
            <translation>CRM, weitere Platzierungen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Company details</source>
            <translation>Details zum Unternehmen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Contact Center tile</source>
            <translation>Kachel im Contact Center</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Countries (their numbers)</source>
            <translation>Länder (Nummern)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Document button</source>
            <translation>Schaltfläche „Dokument“</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu above a list</source>
            <translation>Menü über einer Liste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu of a card</source>
            <translation>Menü eines Formulars</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu of a row in a list</source>
            <translation>Menü einer Listenzeile</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu of a timeline record</source>
            <translation>Menü eines Timeline-Eintrags</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Names the form that the widget was opened from.</source>
            <translation>Nennt das Formular, aus dem das Widget geöffnet wurde.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Pipelines</source>
            <translation>Pipelines</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Places of the CRM of which there is one each.</source>
            <translation>Stellen im CRM, von denen es je eine gibt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Robot designer</source>
            <translation>Automatisierungsregeln</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Search for company details</source>
            <translation>Suche nach Details</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Search in a card</source>
            <translation>Suche in einem Formular</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Tab in a card</source>
            <translation>Tab in einem Formular</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Text of the notice to new users</source>
            <translation>Text des Hinweises für neue Nutzer</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The kind of CRM object, by its number: 1 a lead, 2 a deal, 3 a contact …</source>
            <translation>Die Art des CRM-Objekts als Nummer: 1 ein Lead, 2 ein Auftrag, 3 ein Kontakt …</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The kind of record within that, by its number.</source>
            <translation>Die genauere Art des Eintrags als Nummer.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The kind of record, by its number.</source>
            <translation>Die Art des Eintrags als Nummer.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the CRM object that the widget was opened for.</source>
            <translation>Die Nummer des CRM-Elements, für das das Widget geöffnet wurde.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the activity in the timeline.</source>
            <translation>Die Nummer der Aktivität in der Timeline.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the activity.</source>
            <translation>Die Nummer der Aktivität.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the client whose bank details are entered.</source>
            <translation>Die Nummer des Kunden, dessen Bankverbindung eingegeben wird.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the record in the timeline.</source>
            <translation>Die Nummer des Eintrags in der Timeline.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of this widget's own row on the portal.</source>
            <translation>Die Nummer der Einbindung dieses Widgets im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The portal draws the widget, and waits for “setLayout”.</source>
            <translation>Das Portal zeichnet das Widget und wartet auf „setLayout“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Title of the notice to new users</source>
            <translation>Titel des Hinweises für neue Nutzer</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>What the person typed into the search.</source>
            <translation>Was die Person in die Suche eingegeben hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Who is searched for: CONTACT or COMPANY.</source>
            <translation>Wonach gesucht wird: CONTACT (Kontakt) oder COMPANY (Unternehmen).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/record.py" />
            <source>automation rules</source>
            <translation>Automatisierungsregeln</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/record.py" />
            <source>documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/record.py" />
            <source>pipelines</source>
            <translation>Pipelines</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A button at the top right of the window “Task automation” of a workgroup.</source>
            <translation>Eine Schaltfläche oben rechts im Fenster „Aufgabenautomatisierung“ einer Projektgruppe.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A button at the top right of the window “Task automation”, for a person's and a project's tasks.</source>
            <translation>Eine Schaltfläche oben rechts im Fenster „Aufgabenautomatisierung“, für die Aufgaben einer Person oder eines Projekts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A tab of the card that opens during a phone call.</source>
            <translation>Ein Tab des Fensters, das sich während eines Anrufs öffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A view of a calendar, after “Day”, “Week” and “Month”.</source>
            <translation>Eine Ansicht eines Kalenders, nach „Tag“, „Woche“ und „Monat“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>All CRM objects that the call belongs to; missing if there are none.</source>
            <translation>Alle CRM-Elemente, zu denen der Anruf gehört; fehlt, wenn es keine gibt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of a workgroup's menu, at its end under “More”; in the new view of projects an entry of the menu “•••” of a project.</source>
            <translation>Ein Eintrag im Menü einer Projektgruppe, an dessen Ende unter „Mehr“; in der neuen Projektansicht ein Eintrag im Menü „•••“ eines Projekts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the left menu of the call statistics, below the reports.</source>
            <translation>Ein Eintrag im linken Menü der Anrufstatistik, unter den Berichten.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the beginning of a task's row, under “Market”.</source>
            <translation>Ein Eintrag im Menü am Anfang der Zeile einer Aufgabe, unter „Market“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the top right above a person's tasks.</source>
            <translation>Ein Eintrag im Menü oben rechts über den Aufgaben einer Person.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the top right above a workgroup's tasks.</source>
            <translation>Ein Eintrag im Menü oben rechts über den Aufgaben einer Projektgruppe.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the top right of a colleague's profile.</source>
            <translation>Ein Eintrag im Menü oben rechts im Profil eines Kollegen oder einer Kollegin.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu “•••” beside a workgroup's name, under “Extensions”. The new view of projects no longer has it.</source>
            <translation>Ein Eintrag im Menü „•••“ neben dem Namen einer Projektgruppe, unter „Erweiterungen“. In der neuen Projektansicht gibt es ihn nicht mehr.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry under “Extensions” in the menu that opens from one's own picture.</source>
            <translation>Ein Eintrag unter „Erweiterungen“ in dem Menü, das sich über das eigene Profilbild öffnet.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Call card</source>
            <translation>Anruffenster</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>LEAD, DEAL, CONTACT or COMPANY; empty without one.</source>
            <translation>LEAD, DEAL, CONTACT oder COMPANY; leer, wenn nichts davon zugeordnet ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu above a person's tasks</source>
            <translation>Menü über den Aufgaben einer Person</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu above a workgroup's tasks</source>
            <translation>Menü über den Aufgaben einer Projektgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu of a profile</source>
            <translation>Menü eines Profils</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu of a task in the list</source>
            <translation>Menü einer Aufgabe in der Liste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu of a workgroup</source>
            <translation>Menü einer Projektgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menus and buttons around tasks.</source>
            <translation>Menüs und Schaltflächen rund um Aufgaben.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menus of people's profiles.</source>
            <translation>Menüs in den Profilen der Leute.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menus of workgroups and projects.</source>
            <translation>Menüs von Arbeitsgruppen und Projekten.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Newer portals show all three places of a task alike, as a row in the block “Applications” under the task's own fields: one of them is enough.</source>
            <translation>Neuere Portale zeigen alle drei Orte einer Aufgabe gleich an, als Zeile im Block „Anwendungen“ unter den eigenen Feldern der Aufgabe: Einer davon genügt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Personnel: salary and vacation</source>
            <translation>Personal: Gehalt und Urlaub</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Phone calls and their statistics.</source>
            <translation>Telefongespräche und ihre Statistik.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Robots of a workgroup</source>
            <translation>Automatisierungsregeln einer Projektgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Robots of tasks</source>
            <translation>Automatisierungsregeln für Aufgaben</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Side panel of a task</source>
            <translation>Seitenleiste einer Aufgabe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Tab of a task</source>
            <translation>Tab einer Aufgabe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Tab of a workgroup</source>
            <translation>Tab einer Projektgruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Task: tab and side panel</source>
            <translation>Aufgabe: Tab und Seitenleiste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Tasks: menus and panels</source>
            <translation>Aufgaben: Menüs und Leisten</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Telephony analytics menu</source>
            <translation>Menü der Telefonie-Analytik</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The call.</source>
            <translation>Der Anruf.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The company's number.</source>
            <translation>Die Telefonnummer des Unternehmens.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The first day that the calendar showed.</source>
            <translation>Der erste Tag, den der Kalender anzeigte.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The last day that the calendar showed.</source>
            <translation>Der letzte Tag, den der Kalender anzeigte.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of that CRM object; 0 without one.</source>
            <translation>Die Nummer dieses CRM-Elements; 0, wenn es keines gibt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the call's activity; the word “undefined” while there is none.</source>
            <translation>Die Nummer der Aktivität zum Anruf; das Wort „undefined“, solange es keine gibt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the person who opened the menu.</source>
            <translation>Die Nummer der Person, die das Menü geöffnet hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the person whose profile it is.</source>
            <translation>Die Nummer der Person, der das Profil gehört.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the person whose tasks they are.</source>
            <translation>Die Nummer der Person, der die Aufgaben gehören.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the project; for a person's own tasks USER_ID instead.</source>
            <translation>Die Nummer des Projekts; bei eigenen Aufgaben einer Person stattdessen USER_ID.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the task that is open.</source>
            <translation>Die Nummer der geöffneten Aufgabe.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the task.</source>
            <translation>Die Nummer der Aufgabe.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the workgroup or project.</source>
            <translation>Die Nummer der Projektgruppe oder des Projekts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The other side's number; missing if it is unknown.</source>
            <translation>Die Telefonnummer der Gegenseite; fehlt, wenn sie unbekannt ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Toolbar of a profile</source>
            <translation>Symbolleiste eines Profils</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Top panel of a task</source>
            <translation>Obere Leiste einer Aufgabe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Under “Salary and vacation” in the menu that opens from one's own picture, once an HR system is connected.</source>
            <translation>Unter „Gehalt und Urlaub“ in dem Menü, das sich am eigenen Bild öffnet, sobald ein HR-System verbunden ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>User profile</source>
            <translation>Nutzerprofil</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>What the company calls that number; the number if it has no name.</source>
            <translation>Wie das Unternehmen diese Nummer nennt; die Nummer selbst, wenn sie keinen Namen hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Where the call stands: idle, connecting or connected.</source>
            <translation>Zustand des Anrufs: idle (wartet), connecting (wird verbunden) oder connected (verbunden).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Whether it is one of a list of calls: true or false.</source>
            <translation>Ob er zu einer Anrufliste gehört: true oder false.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Who called whom: incoming, outgoing or callback.</source>
            <translation>Wer wen angerufen hat: incoming (eingehend), outgoing (ausgehend) oder callback (Rückruf).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Width of the frame (pixels)</source>
            <translation>Breite des Rahmens (Pixel)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Workgroups (their numbers)</source>
            <translation>Projektgruppen (Nummern)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>{newer} On older portals this one is a button at the top.</source>
            <translation>{newer} Auf älteren Portalen ist dieser Ort eine Schaltfläche oben.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>{newer} On older portals this one is a tab.</source>
            <translation>{newer} Auf älteren Portalen ist dieser Ort ein Tab.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>{newer} On older portals this one is in the panel at the right.</source>
            <translation>{newer} Auf älteren Portalen ist dieser Ort in der rechten Seitenleiste.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Enter the https address of the page that opens inside the widget.</source>
            <translation>Geben Sie die https-Adresse der Seite ein, die im Widget geöffnet wird.</translation>
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
            <source>The host must have a dot in it.</source>
            <translation>Der Hostname muss einen Punkt enthalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address has a blank in it.</source>
            <translation>Die Seitenadresse enthält ein Leerzeichen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address is not what it looks like.</source>
            <translation>Die Seitenadresse ist nicht, wonach sie aussieht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address is too long.</source>
            <translation>Die Seitenadresse ist zu lang.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address must begin with https:// (or http://).</source>
            <translation>Die Seitenadresse muss mit https:// (oder http://) beginnen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address must begin with https:// in small letters.</source>
            <translation>Die Seitenadresse muss mit https:// in Kleinbuchstaben beginnen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>There is no page address.</source>
            <translation>Die Seitenadresse fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>There is {characters}.</source>
            <translation>Darin steht {characters}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>This is not a web address.</source>
            <translation>Dies ist keine Webadresse.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Type the address anew: such characters come along when it is copied, or lead to another host.</source>
            <translation>Tippen Sie die Adresse neu: Solche Zeichen kommen beim Kopieren mit oder führen zu einem anderen Host.</translation>
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
            <source>https:// is missing at the beginning of the page address.</source>
            <translation>Am Anfang der Seitenadresse fehlt https://.</translation>
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
            <location filename="bxdesk/placements/languages.py" />
            <source>{language} ({id})</source>
            <translation>{language} ({id})</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>A code has letters from A to Z, digits and underscores. Here is {characters}.</source>
            <translation>Ein Code besteht aus Buchstaben von A bis Z, Ziffern und Unterstrichen. Hier steht {characters}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>A portal holds one binding of a handler at each placement.</source>
            <translation>Ein Portal hält an jeder Platzierung nur eine Einbindung eines Handlers.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Did you mean {code}?</source>
            <translation>Meinten Sie {code}?</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Name it by its number: {numbers}.</source>
            <translation>Geben Sie seine Nummer an: {numbers}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Remove one of the two.</source>
            <translation>Entfernen Sie eines der beiden.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>The portal has no custom type called “{title}”.</source>
            <translation>Das Portal hat keinen Smartprozess mit dem Namen „{title}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>The portal has {count} custom types called “{title}”.</source>
            <translation>Das Portal hat {count} Smartprozesse mit dem Namen „{title}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Type it anew: {code}.</source>
            <translation>Geben Sie ihn neu ein: {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Type the code anew.</source>
            <translation>Geben Sie den Code neu ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>{code} with the handler {handler} is wanted twice.</source>
            <translation>{code} mit dem Handler {handler} wird zweimal verlangt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_export.py" />
            <source>A layout cannot name all that stands there.</source>
            <translation>Ein Layout kann nicht alles wiedergeben, was dort steht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>1 (the version of the format)</source>
            <translation>1 (die Version des Formats)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>A text has half a character in it, as an escape such as \ud83d makes it.</source>
            <translation>Ein Text enthält ein halbes Zeichen, wie es eine Escape-Folge wie \ud83d erzeugt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>Put the text in quotation marks if it is meant: "{text}".</source>
            <translation>Setzen Sie den Text in Anführungszeichen, wenn er so gemeint ist: "{text}".</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a list of placement codes</source>
            <translation>eine Liste von Platzierungscodes</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a list of widgets</source>
            <translation>eine Liste von Widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a map of option to text, number or true/false</source>
            <translation>eine Zuordnung von Optionen zu Text, Zahl oder true/false</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a text, or a text for each language</source>
            <translation>ein Text, oder ein Text je Sprache</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a web address</source>
            <translation>eine Webadresse</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a whole number, 0 or more</source>
            <translation>eine ganze Zahl ab 0</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a widget with its keys</source>
            <translation>ein Widget mit seinen Schlüsseln</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” has no text: give it one, or remove it.</source>
            <translation>„{key}“ hat keinen Text: Geben Sie einen an oder entfernen Sie es.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” has no value: give it one, or remove it.</source>
            <translation>„{key}“ hat keinen Wert: Geben Sie einen an oder entfernen Sie es.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” is missing.</source>
            <translation>„{key}“ fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” is not a key of a layout.</source>
            <translation>„{key}“ ist kein Schlüssel eines Layouts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” must be a text: put it in quotation marks, as in "{text}".</source>
            <translation>„{key}“ muss ein Text sein: Setzen Sie ihn in Anführungszeichen, wie in "{text}".</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” must be {expected}.</source>
            <translation>Für „{key}“ wird erwartet: {expected}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{lost}” is a comment here and not a part of the text.</source>
            <translation>„{lost}“ ist hier ein Kommentar und kein Teil des Textes.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>Nothing was sent. Correct the layout and try again.</source>
            <translation>Es wurde nichts gesendet. Korrigieren Sie das Layout und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>The app lacks permissions that the layout needs.</source>
            <translation>Der App fehlen Berechtigungen, die das Layout braucht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>The layout cannot be used.</source>
            <translation>Das Layout kann nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>The layout {name} cannot be used.</source>
            <translation>Das Layout {name} kann nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>line {line}, column {column}: {mistake}</source>
            <translation>Zeile {line}, Spalte {column}: {mistake}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>line {line}: {mistake}</source>
            <translation>Zeile {line}: {mistake}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>{permission} It is needed for {placements}.</source>
            <translation>{permission} Sie wird gebraucht für {placements}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>A placement's code is empty.</source>
            <translation>Der Code einer Platzierung ist leer.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>The title has no language.</source>
            <translation>Der Titel hat keine Sprache.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>The widget has no “handler”, and neither has the file.</source>
            <translation>Das Widget hat keinen „handler“, und die Datei auch nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>There is a {name} in “{language}”, but no title.</source>
            <translation>In „{language}“ gibt es „{name}“, aber keinen Titel.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A backslash has a meaning between double quotation marks: put single ones around the text.</source>
            <translation>Ein umgekehrter Schrägstrich hat zwischen doppelten Anführungszeichen eine Bedeutung: Setzen Sie den Text in einfache.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A character that cannot be shown stands here ({code}): remove it.</source>
            <translation>Hier steht ein Zeichen, das sich nicht anzeigen lässt ({code}): Entfernen Sie es.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A colon and a blank after it are missing here, as in “title: Send”.</source>
            <translation>Hier fehlen ein Doppelpunkt und ein Leerzeichen danach, wie in „title: Senden“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A comma is missing before this, or the “{bracket}” that closes what opens in line {line}.</source>
            <translation>Davor fehlt ein Komma oder „{bracket}“ als Abschluss dessen, was in Zeile {line} beginnt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A second document begins here: remove the line “---”.</source>
            <translation>Hier beginnt ein zweites Dokument: Entfernen Sie die Zeile „---“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A text cannot begin with “{sign}”: write it in quotation marks, as in {example}.</source>
            <translation>Ein Text kann nicht mit „{sign}“ beginnen: Schreiben Sie ihn in Anführungszeichen, wie in {example}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A text with “{sign}” in it needs quotation marks: write it as {example}.</source>
            <translation>Ein Text mit „{sign}“ darin braucht Anführungszeichen: Schreiben Sie ihn als {example}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>Something is missing before “{sign}”.</source>
            <translation>Vor „{sign}“ fehlt etwas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>The file ends too early: a “]” or “}” is missing.</source>
            <translation>Die Datei endet zu früh: „]“ oder „}“ fehlt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>The “{sign}” that opens here is not closed.</source>
            <translation>„{sign}“ wird hier geöffnet, aber nicht geschlossen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>There is a tab here: indent with blanks instead.</source>
            <translation>Hier steht ein Tabulator: Rücken Sie stattdessen mit Leerzeichen ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>This is not a layout file: {reason}.</source>
            <translation>Das ist keine Layoutdatei: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>This line is indented differently from those that it belongs with.</source>
            <translation>Diese Zeile ist anders eingerückt als die, zu denen sie gehört.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>This line is indented with a blank that YAML does not know (U+{code}): use ordinary blanks.</source>
            <translation>Diese Zeile ist mit einem Leerzeichen eingerückt, das YAML nicht kennt (U+{code}): Verwenden Sie gewöhnliche Leerzeichen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>What stands before this is complete: put all of it in one pair of quotation marks, or remove the rest.</source>
            <translation>Was davor steht, ist vollständig: Setzen Sie alles zusammen in ein Paar Anführungszeichen oder entfernen Sie den Rest.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>“{key}” stands here twice: keep one of the two.</source>
            <translation>„{key}“ steht hier zweimal: Behalten Sie eines von beiden.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>A key must be a text.</source>
            <translation>Ein Schlüssel muss ein Text sein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>A key must be a text. A text with brackets needs quotation marks.</source>
            <translation>Ein Schlüssel muss ein Text sein. Ein Text mit Klammern braucht Anführungszeichen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>A layout file is YAML or JSON that begins with “bxdesk: 1”.</source>
            <translation>Eine Layoutdatei ist YAML oder JSON und beginnt mit „bxdesk: 1“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>Check that it is the right file, or divide it into several.</source>
            <translation>Prüfen Sie, ob es die richtige Datei ist, oder teilen Sie sie in mehrere auf.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>It is not a text in UTF-8.</source>
            <translation>Es ist kein Text in UTF-8.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>Lists or maps stand in each other too deep for a layout.</source>
            <translation>Listen oder Zuordnungen sind für ein Layout zu tief ineinander verschachtelt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>Nothing was sent. Save it as UTF-8: text editors offer that under Save as.</source>
            <translation>Es wurde nichts gesendet. Speichern Sie die Datei als UTF-8: Texteditoren bieten das unter „Speichern unter“ an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>The layout file is empty.</source>
            <translation>Die Layoutdatei ist leer.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>The layout {path} cannot be read.</source>
            <translation>Das Layout {path} lässt sich nicht lesen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This is too long for a layout file: {limit} KB at most are read.</source>
            <translation>Das ist zu lang für eine Layoutdatei: Gelesen werden höchstens {limit} KB.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This is too much for a layout: {limit} keys and values at most are read.</source>
            <translation>Das ist zu viel für ein Layout: Gelesen werden höchstens {limit} Schlüssel und Werte.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This number is too long. A text of digits needs quotation marks.</source>
            <translation>Diese Zahl ist zu lang. Ein Text aus Ziffern braucht Anführungszeichen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This stands in itself, so it has no end.</source>
            <translation>Dies enthält sich selbst und hat deshalb kein Ende.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>“{tag}” has no meaning in a layout: remove it.</source>
            <translation>„{tag}“ hat in einem Layout keine Bedeutung: Entfernen Sie es.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>Only one of the two ends with a slash.</source>
            <translation>Nur einer der beiden endet mit einem Schrägstrich.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>Only one of the two has a query (“?”).</source>
            <translation>Nur einer der beiden hat eine Abfrage („?“).</translation>
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
            <source>The beginning ends inside a name.</source>
            <translation>Der Anfang endet mitten in einem Namen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>The new addresses have one slash more or less than the old ones.</source>
            <translation>Die neuen Adressen haben einen Schrägstrich mehr oder weniger als die alten.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>What follows becomes a part of it, or is none any more.</source>
            <translation>Was folgt, wird ein Teil davon oder ist keiner mehr.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>What is left of it stays behind the new one: look at the new addresses.</source>
            <translation>Was davon übrig ist, bleibt hinter dem neuen stehen: Sehen Sie sich die neuen Adressen an.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>{address} and {others} are nearly the same.</source>
            <translation>{address} und {others} sind nahezu gleich.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>Y or N</source>
            <translation>Y oder N</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>a text</source>
            <translation>ein Text</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>a web address, as in https://widgets.example.com/bitrix24</source>
            <translation>eine Webadresse, wie in https://widgets.example.com/bitrix24</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>a whole number</source>
            <translation>eine ganze Zahl</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>one of {values}</source>
            <translation>eines von {values}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>the name of a Font Awesome 4 icon, as in fa-paper-plane, of 50 characters at most</source>
            <translation>der Name eines Symbols von Font Awesome 4, wie fa-paper-plane, mit höchstens 50 Zeichen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>whole numbers separated by commas, as in 1,2</source>
            <translation>ganze Zahlen mit Kommas dazwischen, wie in 1,2</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>It may have refused a part of it, or somebody else changed it at the same moment.</source>
            <translation>Vielleicht hat es einen Teil davon abgelehnt, oder jemand anderes hat im selben Moment etwas geändert.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>It was stopped half-way.</source>
            <translation>Es wurde auf halbem Weg angehalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>The portal took the change, but what stands there now is something else.</source>
            <translation>Das Portal hat die Änderung angenommen, aber jetzt steht dort etwas anderes.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>What had been bound was removed again.</source>
            <translation>Was eingesetzt worden war, wurde wieder entfernt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>What stood there before was put back.</source>
            <translation>Was vorher dort stand, wurde zurückgesetzt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>App Embedding (placement)</source>
            <translation>Einbettung von Anwendungen (placement)</translation>
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
            <source>Chat and Notifications (im)</source>
            <translation>Chat und Benachrichtigungen (im)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Contact Center (contact_center)</source>
            <translation>Contact Center (contact_center)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>HR systems (humanresources.hcmlink)</source>
            <translation>HR-Systeme (humanresources.hcmlink)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Open Channels (imopenlines)</source>
            <translation>Kommunikationskanäle (imopenlines)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Sites (landing)</source>
            <translation>Websites (landing)</translation>
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
            <source>Workgroups (sonet_group)</source>
            <translation>Projektgruppen (sonet_group)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>{permission}</source>
            <translation>{permission}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan.py" />
            <source>People would see “{title}” twice at {place}.</source>
            <translation>Man würde „{title}“ zweimal sehen: {place}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan.py" />
            <source>The widget at {address} has the same texts.</source>
            <translation>Das Widget unter {address} hat dieselben Texte.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>Nothing to change</source>
            <translation>Nichts zu ändern</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>Undo: {steps}</source>
            <translation>Rückgängig: {steps}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, finished later</source>
            <translation>unterbrochen, später abgeschlossen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, left as it stood</source>
            <translation>unterbrochen, so belassen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, or still under way</source>
            <translation>unterbrochen oder noch im Gange</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, put back</source>
            <translation>unterbrochen, vorheriger Stand wiederhergestellt</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>taken back</source>
            <translation>zurückgenommen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} bound</source>
            <translation>{n} eingebunden</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} done</source>
            <translation>{n} ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} moved</source>
            <translation>{n} umgestellt</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} not carried out</source>
            <translation>{n} nicht ausgeführt</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} put back</source>
            <translation>{n} zurückgesetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} replaced</source>
            <translation>{n} ersetzt</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} to move</source>
            <translation>{n} umzustellen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} to replace</source>
            <translation>{n} zu ersetzen</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} unbound</source>
            <translation>{n} entfernt</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A portal drops options that a placement does not have.</source>
            <translation>Ein Portal lässt Optionen fallen, die eine Stelle nicht hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A portal refuses a widget with a value that it does not have.</source>
            <translation>Ein Portal lehnt ein Widget mit einem Wert ab, den es nicht hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A portal wants a title in every language that is named.</source>
            <translation>Ein Portal verlangt einen Titel in jeder angegebenen Sprache.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A user can be named only at {placement}.</source>
            <translation>Ein Benutzer lässt sich nur bei {placement} nennen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Delete it and enter it once more.</source>
            <translation>Löschen Sie es und geben Sie es noch einmal ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Enter it, or take the language away.</source>
            <translation>Geben Sie ihn ein oder entfernen Sie die Sprache.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Enter the text that people will see.</source>
            <translation>Geben Sie den Text ein, der zu sehen sein soll.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>It must be {expected}.</source>
            <translation>Erwartet wird {expected}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>No portal is known to speak “{language}”.</source>
            <translation>Von keinem Portal ist bekannt, dass es „{language}“ spricht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Nobody sees texts in a language that the portal does not have.</source>
            <translation>Niemand sieht Texte in einer Sprache, die das Portal nicht hat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Portals call it “{language}”.</source>
            <translation>Portale nennen sie „{language}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Shorten it.</source>
            <translation>Kürzen Sie den Text.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The known ones are {names}.</source>
            <translation>Bekannt sind {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The option “{key}” is not known here.</source>
            <translation>Die Option „{key}“ ist hier nicht bekannt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The option “{key}” is written “{right}”.</source>
            <translation>Die Option „{key}“ schreibt man „{right}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The title in {language} is “0”, which a portal takes for none.</source>
            <translation>Der Titel auf {language} ist „0“; das hält ein Portal für keinen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The title is “0”, which a portal takes for none.</source>
            <translation>Der Titel ist „0“; das hält ein Portal für keinen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The widget has no title.</source>
            <translation>Das Widget hat keinen Titel.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} has half a character in it.</source>
            <translation>Enthält ein halbes Zeichen: {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} in {language} has half a character in it.</source>
            <translation>Enthält ein halbes Zeichen: {name} ({language}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} in {language} is too long.</source>
            <translation>Zu lang: {name} ({language}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} is too long.</source>
            <translation>Zu lang: {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>{code} needs the option “{option}” ({key}).</source>
            <translation>{code} braucht die Option „{option}“ ({key}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“ALL” includes everything else.</source>
            <translation>„ALL“ schließt alles andere ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{language}” is not a language; it has two small letters, as in “en”.</source>
            <translation>„{language}“ ist keine Sprache; sie hat zwei kleine Buchstaben, wie in „en“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{part}” has no effect in the option “{key}”.</source>
            <translation>„{part}“ bewirkt in der Option „{key}“ nichts.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{value}” does not fit the option “{option}” ({key}).</source>
            <translation>„{value}“ passt nicht zur Option „{option}“ ({key}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{value}” is not known for the option “{key}”.</source>
            <translation>„{value}“ ist für die Option „{key}“ nicht bekannt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>Its removal cannot be taken back: {placement}.</source>
            <translation>Das Entfernen lässt sich nicht rückgängig machen: {placement}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>description</source>
            <translation>Beschreibung</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>Somebody else bound it: “{title}”.</source>
            <translation>Jemand anderes hat es eingebunden: „{title}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>Somebody else changed it. {changes}</source>
            <translation>Jemand anderes hat es geändert. {changes}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>Somebody else removed it.</source>
            <translation>Jemand anderes hat es entfernt.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>What stands at {placement} is no longer what the plan was made from.</source>
            <translation>Der Stand bei {placement} entspricht nicht mehr dem, auf dem der Plan beruht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Leave it out: this portal does not store it here.</source>
            <translation>Lassen Sie es weg: Dieses Portal speichert es hier nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Leave out &amp;, &lt;, &gt; and quotation marks: this portal stores codes in their place.</source>
            <translation>Lassen Sie &amp;, &lt;, &gt; und Anführungszeichen weg: Dieses Portal speichert Codes an ihrer Stelle.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Leave out {signs}: this portal cannot store such characters.</source>
            <translation>Lassen Sie {signs} weg: Dieses Portal kann solche Zeichen nicht speichern.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Sent → stored: {changes}.</source>
            <translation>Gesendet → gespeichert: {changes}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Shorten it: this portal stores {count} characters.</source>
            <translation>Kürzen Sie es: Dieses Portal speichert {count} Zeichen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>The portal stored something else than was sent to {placement}.</source>
            <translation>Das Portal hat etwas anderes gespeichert, als an {placement} gesendet wurde.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>What stood there before was put back, but not as it was: {changes}.</source>
            <translation>Was vorher dort stand, wurde zurückgesetzt, aber nicht so, wie es war: {changes}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Write it as the portal stores it.</source>
            <translation>Schreiben Sie es so, wie das Portal es speichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Write it in the letters that the portal stores.</source>
            <translation>Schreiben Sie es in den Buchstaben, die das Portal speichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Enter it as in the browser's address bar: acme.bitrix24.com.</source>
            <translation>Geben Sie sie wie in der Adresszeile des Browsers ein: acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Sign in again, with https:// before the portal's name.</source>
            <translation>Melden Sie sich noch einmal an, mit https:// vor dem Namen des Portals.</translation>
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
            <location filename="bxdesk/portal/authorization_server.py" />
            <source>The client secret was not sent there.</source>
            <translation>Das Client-Secret wurde nicht dorthin gesendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/authorization_server.py" />
            <source>The portal names an authorization server that bxdesk does not know: {server}.</source>
            <translation>Das Portal nennt einen Autorisierungsserver, den bxdesk nicht kennt: {server}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Copy its .crt file to /usr/local/share/ca-certificates and run sudo update-ca-certificates (Fedora: /etc/pki/ca-trust/source/anchors and sudo update-ca-trust).</source>
            <translation>Kopieren Sie die .crt-Datei nach /usr/local/share/ca-certificates und führen Sie sudo update-ca-certificates aus (Fedora: /etc/pki/ca-trust/source/anchors und sudo update-ca-trust).</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Give the server a certificate of a known authority (Let's Encrypt is free). {trust}</source>
            <translation>Geben Sie dem Server ein Zertifikat einer bekannten Stelle (Let's Encrypt ist kostenlos). {trust}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>If it is your company's own (or that of a program that looks into connections): {trust}</source>
            <translation>Ist es die eigene Ihrer Firma (oder die eines Programms, das in Verbindungen hineinsieht): {trust}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It is for {names}, not for {host}.</source>
            <translation>Es gilt für {names}, nicht für {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It is self-signed: nobody but the server itself vouches for it.</source>
            <translation>Es ist selbst signiert: Niemand außer dem Server selbst bürgt dafür.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It may have expired, be another host's, or come from an authority that is not known here.</source>
            <translation>Vielleicht ist es abgelaufen, gehört einem anderen Host oder kommt von einer Stelle, die hier nicht bekannt ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It was issued by “{issuer}”, of whom the server shows no certificate: the chain is incomplete.</source>
            <translation>Es wurde von „{issuer}“ ausgestellt; davon zeigt der Server kein Zertifikat: Die Kette ist unvollständig.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Let an administrator open its .crt file and choose Install Certificate, Local Machine, Trusted Root Certification Authorities.</source>
            <translation>Lassen Sie einen Administrator die .crt-Datei öffnen und „Zertifikat installieren“, „Lokaler Computer“, „Vertrauenswürdige Stammzertifizierungsstellen“ wählen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Open https://{host} in a browser: it names the reason.</source>
            <translation>Öffnen Sie https://{host} in einem Browser: Er nennt den Grund.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Open its .crt file with Keychain Access, add it to the keychain “System”, and set it to Always Trust.</source>
            <translation>Öffnen Sie die .crt-Datei mit der Schlüsselbundverwaltung, fügen Sie sie dem Schlüsselbund „System“ hinzu und stellen Sie sie auf „Immer vertrauen“.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Set this computer's clock.</source>
            <translation>Stellen Sie die Uhr dieses Computers.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>The certificate of {host} is not trusted by this system.</source>
            <translation>Dem Zertifikat von {host} traut dieses System nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>This system does not know the authority “{issuer}” that vouches for it.</source>
            <translation>Dieses System kennt die Stelle „{issuer}“ nicht, die dafür bürgt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Use the address that it is for, or give the server a certificate for this one.</source>
            <translation>Verwenden Sie die Adresse, für die es gilt, oder geben Sie dem Server ein Zertifikat für diese.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Whoever looks after the server must put the authority's certificates into its file (“full chain”). If “{issuer}” is your company's own authority: {trust}</source>
            <translation>Wer den Server betreut, muss die Zertifikate der Stelle in seine Datei aufnehmen („full chain“). Ist „{issuer}“ die eigene Stelle Ihrer Firma: {trust}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Whoever looks after the server must renew it. If the date looks right, set this computer's clock.</source>
            <translation>Wer den Server betreut, muss es erneuern. Stimmt das Datum, stellen Sie die Uhr dieses Computers.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>“{subject}” expired on {date}.</source>
            <translation>„{subject}“ ist am {date} abgelaufen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>“{subject}” is good from {date} only.</source>
            <translation>„{subject}“ gilt erst ab {date}.</translation>
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
            <source>Check the address: it may belong to something else.</source>
            <translation>Prüfen Sie die Adresse: Vielleicht gehört sie zu etwas anderem.</translation>
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
            <source>Copy both again from the app's card on this portal: another portal's keys do not fit. If they are right, open the app in the portal or press “Reinstall” on its card, then sign in again.</source>
            <translation>Kopieren Sie beide noch einmal von der Karte der App auf diesem Portal: Die Schlüssel eines anderen Portals passen nicht. Stimmen sie, öffnen Sie die App im Portal oder drücken Sie „Reinstall“ auf ihrer Karte, und melden Sie sich dann noch einmal an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Correct what it names, then apply again.</source>
            <translation>Korrigieren Sie, was es bemängelt, und wenden Sie die Änderungen dann erneut an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Enter them with its address in bxdesk: http://USER:PASSWORD@proxy.example.com:3128.</source>
            <translation>Geben Sie beide mit seiner Adresse in bxdesk ein: http://USER:PASSWORD@proxy.example.com:3128.</translation>
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
            <source>Open the app in the portal or press “Reinstall” on its card, then sign in again.</source>
            <translation>Öffnen Sie die App im Portal oder drücken Sie „Reinstall“ auf ihrer Karte, und melden Sie sich dann noch einmal an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Remove one that stands there first.</source>
            <translation>Entfernen Sie zuerst eines, das dort steht.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Renew it on the portal, then try again.</source>
            <translation>Verlängern Sie ihn im Portal und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign in as an administrator of the portal, or ask one to do this.</source>
            <translation>Melden Sie sich als Administrator des Portals an oder bitten Sie einen Administrator darum.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Start the proxy, or change it where it was set. bxdesk can also go without one.</source>
            <translation>Starten Sie den Proxy, oder ändern Sie ihn dort, wo er eingestellt wurde. bxdesk kommt auch ohne aus.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The address may belong to something else, or a proxy or the portal failed on the way.</source>
            <translation>Vielleicht gehört die Adresse zu etwas anderem, oder ein Proxy oder das Portal hatte unterwegs eine Störung.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The answer was broken off before it was read.</source>
            <translation>Die Antwort wurde abgebrochen, bevor sie gelesen war.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app asks for more than its card on the portal grants.</source>
            <translation>Die App verlangt mehr, als ihre Karte auf dem Portal erlaubt.</translation>
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
            <source>The client ID or the client secret is wrong, or the app is not installed on the portal.</source>
            <translation>Die Client-ID oder der geheime Schlüssel ist falsch, oder die App ist auf dem Portal nicht installiert.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The client ID or the client secret is wrong.</source>
            <translation>Die Client-ID oder das Client-Secret ist falsch.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The fault is in the portal's network, not here. Whoever looks after its server must let it reach oauth.bitrix24.tech and oauth.bitrix.info over https.</source>
            <translation>Der Fehler liegt im Netzwerk des Portals, nicht hier. Wer seinen Server betreut, muss ihn oauth.bitrix24.tech und oauth.bitrix.info über https erreichen lassen.</translation>
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
            <source>The portal cannot reach its authorization server.</source>
            <translation>Das Portal erreicht seinen Autorisierungsserver nicht.</translation>
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
            <source>The portal refuses the page address.</source>
            <translation>Das Portal lehnt die Seitenadresse ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses the protocol of the page address.</source>
            <translation>Das Portal lehnt das Protokoll der Seitenadresse ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal takes no more than {count} of this app's widgets at this placement.</source>
            <translation>Das Portal nimmt an dieser Stelle nicht mehr als {count} Widgets dieser App an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal takes no more widgets of this app at this placement.</source>
            <translation>Das Portal nimmt an dieser Stelle keine weiteren Widgets dieser App an.</translation>
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
            <source>The proxy {proxy} asks for a user and password.</source>
            <translation>Der Proxy {proxy} verlangt Benutzer und Passwort.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The proxy {proxy} did not let the request through: {answer}.</source>
            <translation>Der Proxy {proxy} ließ die Anfrage nicht durch: {answer}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The proxy {proxy} does not answer.</source>
            <translation>Der Proxy {proxy} antwortet nicht.</translation>
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
            <source>This portal wants the page on the app's own host.</source>
            <translation>Dieses Portal verlangt die Seite auf dem Host der Anwendung.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try again in a moment.</source>
            <translation>Versuchen Sie es gleich noch einmal.</translation>
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
            <source>bxdesk has waited and asked again. Everything on this network that calls the portal shares its limit: try again in a few minutes, or stop other programs that call it meanwhile.</source>
            <translation>bxdesk hat gewartet und noch einmal gefragt. Alles in diesem Netzwerk, was das Portal aufruft, teilt sich dessen Grenze: Versuchen Sie es in einigen Minuten wieder, oder halten Sie andere Programme an, die es inzwischen aufrufen.</translation>
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
            <source>{host} is reached through it. {source}</source>
            <translation>{host} wird darüber erreicht. {source}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} sends more than any portal does.</source>
            <translation>{host} sendet mehr, als irgendein Portal es tut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{reason}.</source>
            <translation>{reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>It does not speak https there, or not as it is spoken today</source>
            <translation>Dort wird kein https gesprochen, oder nicht so, wie es heute üblich ist</translation>
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
            <source>The sign-in code is no longer good.</source>
            <translation>Der Anmeldecode ist nicht mehr gültig.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>A firewall or the web server in front of the portal refuses the request.</source>
            <translation>Eine Firewall oder der Webserver vor dem Portal lehnt die Anfrage ab.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Ask whoever looks after it to let calls to the addresses under /rest/ through.</source>
            <translation>Bitten Sie die Betreuer, Aufrufe an die Adressen unter /rest/ durchzulassen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Check the address. On a server of your own, REST may be switched off, or /rest/ leads nowhere.</source>
            <translation>Prüfen Sie die Adresse. Auf einem eigenen Server ist REST vielleicht ausgeschaltet, oder /rest/ führt nirgendwohin.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>It answered {method} with HTTP {status}.</source>
            <translation>Er hat {method} mit HTTP {status} beantwortet.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>It answered {method} with HTTP {status}: “{words}”.</source>
            <translation>Er hat {method} mit HTTP {status} beantwortet: „{words}“.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>It sends callers on to another page, as a sign-in page in front of a portal does.</source>
            <translation>Er schickt Aufrufer auf eine andere Seite weiter, wie es eine Anmeldeseite vor einem Portal tut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server failed inside. Its own log says why.</source>
            <translation>Im Server selbst ist ein Fehler aufgetreten. Sein eigenes Protokoll nennt den Grund.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server is asked too often.</source>
            <translation>Der Server wird zu oft gefragt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server is out of service for the moment.</source>
            <translation>Der Server ist im Moment außer Betrieb.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server's own PHP reports errors in place of an answer. Its log has them too.</source>
            <translation>Das PHP des Servers meldet Fehler statt einer Antwort. Sie stehen auch in seinem Protokoll.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server in front of the portal got no answer from it.</source>
            <translation>Der Webserver vor dem Portal bekam von ihm keine Antwort.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server itself asks for a user and password, before the portal does.</source>
            <translation>Der Webserver selbst verlangt Benutzer und Passwort, noch vor dem Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server refuses calls of this kind (POST).</source>
            <translation>Der Webserver lehnt Aufrufe dieser Art ab (POST).</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server takes no calls of this size.</source>
            <translation>Der Webserver nimmt keine Aufrufe dieser Größe an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Try again in a moment. If it stays so, tell whoever looks after the server.</source>
            <translation>Versuchen Sie es gleich noch einmal. Bleibt es so, sagen Sie es denen, die den Server betreuen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Try again in {minutes} minutes.</source>
            <translation>Versuchen Sie es in {minutes} Minuten noch einmal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Wait a moment and try again.</source>
            <translation>Warten Sie einen Moment und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must allow them for the addresses under /rest/.</source>
            <translation>Wer den Server betreut, muss sie für die Adressen unter /rest/ erlauben.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must let the addresses under /rest/ and /oauth/ through without.</source>
            <translation>Wer den Server betreut, muss die Adressen unter /rest/ und /oauth/ ohne beides durchlassen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must let the addresses under /rest/ through.</source>
            <translation>Wer den Server betreut, muss die Adressen unter /rest/ durchlassen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must raise its limit; or leave pictures and long texts out.</source>
            <translation>Wer den Server betreut, muss dessen Grenze erhöhen; oder lassen Sie Bilder und lange Texte weg.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>{host} gave an answer that is not an authorization server's.</source>
            <translation>{host} gab eine Antwort, die nicht von einem Autorisierungsserver ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>{meaning} {answered}</source>
            <translation>{meaning} {answered}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/probe.py" />
            <source>Check the address; write it with https:// or http:// before the name.</source>
            <translation>Prüfen Sie die Adresse; schreiben Sie https:// oder http:// vor den Namen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/probe.py" />
            <source>The portal answers at {address}: http:// was missing.</source>
            <translation>Das Portal antwortet unter {address}: http:// fehlte.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/probe.py" />
            <source>{reason} Both https and http were tried.</source>
            <translation>{reason} Sowohl https als auch http wurde versucht.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>Enter it as in http://proxy.example.com:3128, or choose to go without one. If it asks for a user and password: http://USER:PASSWORD@proxy.example.com:3128, with %40 for @ and %2F for /.</source>
            <translation>Geben Sie ihn in der Form http://proxy.example.com:3128 ein oder wählen Sie eine Verbindung ohne Proxy. Verlangt er Benutzer und Passwort: http://BENUTZER:PASSWORT@proxy.example.com:3128, mit %40 für @ und %2F für /.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>It was set in bxdesk itself.</source>
            <translation>Er wurde in bxdesk selbst eingestellt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>It was set in the environment variable {name}.</source>
            <translation>Er wurde in der Umgebungsvariablen {name} eingestellt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>It was set in the system's own network settings.</source>
            <translation>Er wurde in den Netzwerkeinstellungen des Systems eingestellt.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>{source} Only http and https proxies are possible.</source>
            <translation>{source} Möglich sind nur http- und https-Proxys.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>“{proxy}” is not a proxy that bxdesk can use.</source>
            <translation>„{proxy}“ ist kein Proxy, den bxdesk verwenden kann.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting for {host} to answer…</source>
            <translation>Warten, bis {host} antwortet…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting: {host} gave a part of the answer only…</source>
            <translation>Bitte warten: {host} hat nur einen Teil der Antwort gesendet…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/retries.py" />
            <source>No usable answer from {host}; asking again…</source>
            <translation>Keine brauchbare Antwort von {host}; die Anfrage wird wiederholt…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/retries.py" />
            <source>Waiting {seconds} s: {host} allows no more for now…</source>
            <translation>Bitte {seconds} s warten: {host} lässt vorerst keine weiteren Anfragen zu…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>A portal shows no widget of an app before its installation is complete, and says so nowhere.</source>
            <translation>Ein Portal zeigt kein Widget einer App an, bevor ihre Installation abgeschlossen ist, und weist nirgends darauf hin.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>Only administrators may see custom types, and see and change an app's widgets.</source>
            <translation>Nur Administratoren dürfen Smartprozesse sehen sowie Widgets einer App sehen und ändern.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>Renew it on the portal.</source>
            <translation>Verlängern Sie ihn im Portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>Sign in as an administrator, or ask one to do this.</source>
            <translation>Melden Sie sich als Administrator an oder bitten Sie einen Administrator darum.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The app's paid period has ended.</source>
            <translation>Der bezahlte Zeitraum der App ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The application is not fully installed: widgets stay hidden.</source>
            <translation>Die Anwendung ist nicht vollständig installiert: Widgets bleiben ausgeblendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The portal does not show its custom types.</source>
            <translation>Das Portal zeigt seine Smartprozesse nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The portal does not show the app's widgets.</source>
            <translation>Das Portal zeigt die Widgets der App nicht an.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>{name} is not an administrator of the portal.</source>
            <translation>{name} gehört nicht zu den Administratoren des Portals.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>Check that the folder can be written and that the disk has room.</source>
            <translation>Prüfen Sie, ob der Ordner beschreibbar ist und ob auf dem Datenträger genug Platz ist.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>Mend the file or move it away; bxdesk does not overwrite it.</source>
            <translation>Reparieren oder verschieben Sie die Datei; bxdesk überschreibt sie nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>{name} cannot be read: {path}</source>
            <translation>{name}: Lesen fehlgeschlagen ({path})</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>{name} could not be saved: {path}</source>
            <translation>{name}: Speichern fehlgeschlagen ({path})</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>Nothing has changed on the portal. Tick and type again what you had not applied yet.</source>
            <translation>Im Portal hat sich nichts geändert. Setzen Sie die noch nicht angewendeten Häkchen erneut und geben Sie die Texte noch einmal ein.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>The file is damaged. It was put aside: {path}</source>
            <translation>Die Datei ist beschädigt. Sie wurde beiseitegelegt: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>This one leaves it as it is: {path}</source>
            <translation>Diese Version lässt die Datei unverändert: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>Use the newer bxdesk to go on with it.</source>
            <translation>Verwenden Sie die neuere Version von bxdesk, um daran weiterzuarbeiten.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What was ticked and typed</source>
            <translation>Häkchen und Texte</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What was ticked and typed here last time cannot be read.</source>
            <translation>Ihre Häkchen und Texte vom letzten Mal können nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What was ticked and typed here last time was kept by a newer bxdesk.</source>
            <translation>Ihre Häkchen und Texte vom letzten Mal wurden von einer neueren Version von bxdesk gespeichert.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What you tick and type is not kept when bxdesk is closed.</source>
            <translation>Ihre Häkchen und Texte bleiben beim Schließen von bxdesk nicht erhalten.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/portal_looks.py" />
            <source>What was read of the portals</source>
            <translation>Was von den Portalen gelesen wurde</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/settings.py" />
            <source>The settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>Name another file, or make room on the disk.</source>
            <translation>Nennen Sie eine andere Datei, oder schaffen Sie Platz auf dem Datenträger.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>Nothing was sent.</source>
            <translation>Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>The layout cannot be written to {path}.</source>
            <translation>Das Layout lässt sich nicht nach {path} schreiben.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>There is no such folder.</source>
            <translation>Einen solchen Ordner gibt es nicht.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>There is something else than a file.</source>
            <translation>Dort ist etwas anderes als eine Datei.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/window_state.py" />
            <source>How the window is arranged</source>
            <translation>Anordnung des Fensters</translation>
        </message>
    </context>
</TS>
