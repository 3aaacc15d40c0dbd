<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>bxdesk</name>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>A sign-in is running already.</source>
            <translation>Ya hay un inicio de sesión en curso.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>Copy the secret from the app's card on the portal.</source>
            <translation>Copie el secreto de la ficha de la aplicación en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>Finish it in the browser, or cancel it first.</source>
            <translation>Termínelo en el navegador o cancélelo primero.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>Somebody signed out meanwhile.</source>
            <translation>Alguien cerró la sesión entretanto.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>The client secret for {portal} is no longer kept.</source>
            <translation>El secreto de cliente de {portal} ya no está guardado.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>The keyring holds no key for it that bxdesk has written.</source>
            <translation>El llavero no guarda para ella ninguna clave escrita por bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>{portal} is no longer connected.</source>
            <translation>{portal} ya no está conectado.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>Already signed in</source>
            <translation>La sesión ya está iniciada</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>Not understood</source>
            <translation>No se ha entendido</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>Nothing here</source>
            <translation>Aquí no hay nada</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>This answer was used already. Close this tab.</source>
            <translation>Esta respuesta ya se ha usado. Cierre esta pestaña.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>This is not a request bxdesk answers.</source>
            <translation>bxdesk no responde a esta solicitud.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>You are signed in</source>
            <translation>Ha iniciado sesión</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>bxdesk is connected, and the installation of the application is being completed.</source>
            <translation>bxdesk está conectado y se está completando la instalación de la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>bxdesk is connected. You may close this tab.</source>
            <translation>bxdesk está conectado. Puede cerrar esta pestaña.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>bxdesk waits for a sign-in at another address.</source>
            <translation>bxdesk espera el inicio de sesión en otra dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>{explanation} {hint}</source>
            <translation>{explanation} {hint}</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/connections.py" />
            <source>The list of connections</source>
            <translation>Lista de conexiones</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Another portal answered: {portal}.</source>
            <translation>Respondió otro portal: {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Another portal answers at {portal} now.</source>
            <translation>Ahora responde otro portal en {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Check the address, and sign in with the one that the portal really has.</source>
            <translation>Compruebe la dirección e inicie sesión con la que el portal tiene realmente.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>If it was set up anew or restored from a copy, forget the connection, then connect it anew.</source>
            <translation>Si se instaló de nuevo o se restauró de una copia, olvide la conexión y conéctelo otra vez.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Its answer has no member_id.</source>
            <translation>Su respuesta no tiene member_id.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Its identity (member_id) is {found}, and not {wanted}.</source>
            <translation>Su identidad (member_id) es {found}, y no {wanted}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Sign in again. If this is said again, tell the portal's support.</source>
            <translation>Inicie sesión de nuevo. Si vuelve a aparecer, avise al soporte del portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>The portal does not take the key that it has just given.</source>
            <translation>El portal no acepta la clave que acaba de dar.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>You asked for {portal}.</source>
            <translation>Usted solicitó {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>{portal} does not say which portal it is.</source>
            <translation>{portal} no dice qué portal es.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Application ID (client_id)</source>
            <translation>ID de la aplicación (client_id)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Application completes the installation itself</source>
            <translation>La aplicación completa la instalación por sí misma</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Application key (client_secret)</source>
            <translation>Clave de la aplicación (client_secret)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Assign permissions</source>
            <translation>Asignar permisos</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>CRM: timelines, cards, lists</source>
            <translation>CRM: líneas de tiempo, fichas, listas</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Calendar</source>
            <translation>Calendario</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Choose it, not “Static”.</source>
            <translation>Elíjalo, y no «Estática».</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Contact Center</source>
            <translation>Contact center</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Enter this address:</source>
            <translation>Escriba esta dirección:</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Initial installation path</source>
            <translation>Ruta de la instalación inicial</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Leave it empty, in every language.</source>
            <translation>Déjelo vacío, en todos los idiomas.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Leave it empty.</source>
            <translation>Déjelo vacío.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Leave it off.</source>
            <translation>Déjelo desactivado.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Menu item text</source>
            <translation>Texto del elemento del menú</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Script only (no user interface)</source>
            <translation>Solo script (sin interfaz)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Server</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Tasks</source>
            <translation>Tareas</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Telephony</source>
            <translation>Telefonía</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>The portal has REST access: by its plan, by a Market subscription, or by a trial.</source>
            <translation>El portal tiene acceso a REST: por su plan, por una suscripción a Market o por una prueba.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>This is a webhook's address. Only the portal's name is taken from it: a webhook cannot place widgets, a local application can. The rest of the address is a secret, like a password.</source>
            <translation>Esta es la dirección de un webhook. De ella solo se toma el nombre del portal: un webhook no puede colocar widgets; una aplicación local, sí. El resto de la dirección es un secreto, como una contraseña.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Tick it. Some portals call it “Application uses API only”.</source>
            <translation>Márquelo. Algunos portales lo llaman «La aplicación usa solo la API».</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>User profiles</source>
            <translation>Perfiles de usuario</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Workgroups</source>
            <translation>Grupos de trabajo</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>You may create applications there. Administrators may; to others an administrator grants it under Settings &gt; Security &gt; Bitrix24 integrations. Where “Local application” is missing from the page, you may not.</source>
            <translation>Usted puede crear aplicaciones allí. Los administradores pueden; a los demás se lo permite un administrador en Ajustes &gt; Seguridad &gt; Integraciones de Bitrix24. Si «Aplicación local» no está en la página, usted no puede.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Your handler path</source>
            <translation>Su ruta del manejador</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/portal_session.py" />
            <source>It says {named} instead of {kept}. No key was sent there.</source>
            <translation>Dice {named} en lugar de {kept}. No se envió ninguna clave allí.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/portal_session.py" />
            <source>The list of connections names another address than the one you signed in at.</source>
            <translation>La lista de conexiones indica otra dirección que aquella en la que inició sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/portal_session.py" />
            <source>You are not signed in to {portal}.</source>
            <translation>No ha iniciado sesión en {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/redirect.py" />
            <source>“{address}” is no address for “Your handler path”.</source>
            <translation>«{address}» no es una dirección para «Su ruta del manejador».</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>An answer came that belongs to another sign-in.</source>
            <translation>Llegó una respuesta que pertenece a otro inicio de sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Copy the whole POST request, with AUTH_ID and REFRESH_ID.</source>
            <translation>Copie la solicitud POST completa, con AUTH_ID y REFRESH_ID.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Copy the whole address from the browser's address bar after you pressed Allow.</source>
            <translation>Después de hacer clic en Permitir, copie la dirección completa de la barra de direcciones del navegador.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Open the sign-in page again and press Allow.</source>
            <translation>Abra de nuevo la página de inicio de sesión y pulse Permitir.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Open the sign-in page again.</source>
            <translation>Abra de nuevo la página de inicio de sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>That is neither an address with a code nor a code.</source>
            <translation>Esto no es ni una dirección con un código ni un código.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>The portal did not allow the sign-in.</source>
            <translation>El portal no permitió el inicio de sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>The portal said: {reason}.</source>
            <translation>Respuesta del portal: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>There are no tokens in this call.</source>
            <translation>No hay tokens en esta llamada.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>There is no code in this answer.</source>
            <translation>No hay ningún código en esta respuesta.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Use the page that was opened last, or start the sign-in again.</source>
            <translation>Use la última página que se abrió o empiece de nuevo el inicio de sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>It is removed the next time that bxdesk uses the keyring.</source>
            <translation>Se eliminará la próxima vez que bxdesk use el llavero.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>The keyring could not be reached.</source>
            <translation>No se pudo acceder al llavero.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>Waiting: another bxdesk is changing the connections…</source>
            <translation>Esperando: otro bxdesk está cambiando las conexiones…</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>{portal} was removed here, but its key may still be in your keyring.</source>
            <translation>{portal} se ha eliminado aquí, pero es posible que su clave siga en el llavero.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>A key has 44 characters, and ends in “=”.</source>
            <translation>Una clave tiene 44 caracteres y termina en «=».</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>A vault opens with the key that it was made with, and with no other.</source>
            <translation>Una bóveda se abre con la clave con la que se creó, y con ninguna otra.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>It is of version {found}; this bxdesk reads version {known}.</source>
            <translation>Tiene la versión {found}; este bxdesk lee la versión {known}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>It was cut off, changed, or never written by bxdesk.</source>
            <translation>Se cortó, se modificó o nunca la escribió bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>Name another file, or put back a copy of it. It was left as it is.</source>
            <translation>Indique otro archivo o restaure una copia. Se ha dejado como está.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The key of the vault {path} was not given.</source>
            <translation>No se indicó la clave de la bóveda {path}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The vault {path} is damaged, or none at all.</source>
            <translation>La bóveda {path} está dañada o no es una bóveda.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The vault {path} was made with another key.</source>
            <translation>La bóveda {path} se creó con otra clave.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The vault {path} was written by another version of bxdesk.</source>
            <translation>La bóveda {path} la escribió otra versión de bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>Use the bxdesk that wrote it. It was left as it is.</source>
            <translation>Use el bxdesk que la escribió. Se ha dejado como está.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>What was given as the key of the vault {path} is none.</source>
            <translation>Lo que se indicó como clave de la bóveda {path} no es una clave.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>Without it nothing in the vault can be read.</source>
            <translation>Sin ella no se puede leer nada de la bóveda.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>A part of it is not installed.</source>
            <translation>Una parte de él no está instalada.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It could not be opened.</source>
            <translation>No se pudo abrir.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It does not answer.</source>
            <translation>No responde.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It does not keep what is stored in it.</source>
            <translation>No conserva lo que se guarda en él.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It gave no reason.</source>
            <translation>No dio ningún motivo.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It is locked.</source>
            <translation>Está bloqueado.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It refused to keep a key.</source>
            <translation>Se negó a guardar una clave.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It refused to remove a key.</source>
            <translation>Se negó a eliminar una clave.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Its password was asked for and not entered.</source>
            <translation>Se pidió su contraseña y no se introdujo.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Its service does not run.</source>
            <translation>Su servicio no está en marcha.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Its service reported a fault.</source>
            <translation>Su servicio comunicó un fallo.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>The connection to it broke off.</source>
            <translation>Se cortó la conexión con él.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>The system does not let bxdesk use it.</source>
            <translation>El sistema no permite que bxdesk lo use.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>There is none in this session.</source>
            <translation>No hay ninguno en esta sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Waiting for your system's keyring. It may ask for a password…</source>
            <translation>Esperando al llavero del sistema. Es posible que pida una contraseña…</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>What is to be kept is too long for it.</source>
            <translation>Lo que hay que guardar es demasiado largo para él.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Your system's keyring cannot be used.</source>
            <translation>No se puede usar el llavero del sistema.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Another program, or another sign-in, uses it already.</source>
            <translation>Ya lo está usando otro programa u otro inicio de sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Copy it from the app's card on the portal.</source>
            <translation>Cópielo de la ficha de la aplicación en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>It took too long to answer</source>
            <translation>Tardó demasiado en responder</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>No answer came back from the browser.</source>
            <translation>No llegó ninguna respuesta del navegador.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Port {port} of this computer cannot be used.</source>
            <translation>No se puede usar el puerto {port} de este equipo.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The browser's answer would not come here.</source>
            <translation>La respuesta del navegador no llegaría aquí.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The system says: {reason}.</source>
            <translation>El sistema indica: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>There is no {name}.</source>
            <translation>Falta el {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>When a sign-in is refused, the portal says so on its own page and sends nothing back.</source>
            <translation>Cuando se rechaza un inicio de sesión, el portal lo indica en su propia página y no devuelve nada.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>client ID</source>
            <translation>ID de cliente</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>client secret</source>
            <translation>secreto de cliente</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>“Your handler path” is not on this computer: {address}</source>
            <translation>«Su ruta del manejador» no está en este equipo: {address}</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/transfer.py" />
            <source>Export it anew.</source>
            <translation>Expórtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/transfer.py" />
            <source>There is no connection with its keys in what was given.</source>
            <translation>En lo que se entregó no hay ninguna conexión con sus claves.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/vault.py" />
            <source>The vault</source>
            <translation>La bóveda</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Comparing what stands on {host} with the plan…</source>
            <translation>Comparando lo que hay en {host} con el plan…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>It is not known whether the portal did this.</source>
            <translation>No se sabe si el portal hizo este cambio.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Putting back what stood there before…</source>
            <translation>Restaurando lo que había antes…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Reading back what stands on the portal…</source>
            <translation>Volviendo a leer lo que hay en el portal…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Sending changes to {host}…</source>
            <translation>Enviando los cambios a {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>The connection was lost before it could be read back.</source>
            <translation>Se perdió la conexión antes de poder comprobarlo.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Waiting {seconds} s before trying the rest again…</source>
            <translation>Esperando {seconds} s antes de reintentar el resto…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>{first} {next}</source>
            <translation>{first} {next}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/history.py" />
            <source>Open the history again.</source>
            <translation>Vuelva a abrir el historial.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/history.py" />
            <source>This is no longer in the history.</source>
            <translation>Esto ya no está en el historial.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>No more was sent. Make room on the disk, then apply again: what was begun is recovered first.</source>
            <translation>No se envió nada más. Libere espacio en el disco y vuelva a aplicar: primero se recupera lo que se había empezado.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>Nothing was sent. Check that the folder can be written and that the disk has room.</source>
            <translation>No se envió nada. Compruebe que se pueda escribir en la carpeta y que haya espacio en el disco.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>Nothing was sent. Check the folder and who may read it.</source>
            <translation>No se envió nada. Compruebe la carpeta y quién tiene permiso para leerla.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>The folder of what was applied cannot be read: {path}</source>
            <translation>No se puede leer la carpeta de los cambios aplicados: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>What is being changed can no longer be written down: {path}</source>
            <translation>Ya no se puede registrar lo que se está cambiando: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>What is to be changed cannot be written down first: {path}</source>
            <translation>No se puede registrar de antemano lo que se va a cambiar: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_log.py" />
            <source>A part of this stands half-way.</source>
            <translation>Una parte ha quedado a medias.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_log.py" />
            <source>Apply again when the cause is cured: what stands half-way is recovered first.</source>
            <translation>Vuelva a aplicar cuando se resuelva la causa: primero se recupera lo que quedó a medias.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_log.py" />
            <source>It could be neither done nor put back. What stood there before is kept in the journal.</source>
            <translation>No se pudo ni completar ni deshacer. Lo que había antes se conserva en el diario de cambios.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>It has version {version}; this bxdesk reads version {known}.</source>
            <translation>Tiene la versión {version}; este bxdesk lee la versión {known}.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>It was left as it is, and holds nothing up. Look at it, then move it away.</source>
            <translation>Se ha dejado como está y no bloquea nada. Revíselo y después muévalo a otro lugar.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>It was left as it is. Use the newer bxdesk to recover or take back what it holds.</source>
            <translation>Se dejó como está. Use el bxdesk más reciente para recuperar o deshacer lo que contiene.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>Its first line is incomplete.</source>
            <translation>Su primera línea está incompleta.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>Its first line is not what bxdesk writes there.</source>
            <translation>Su primera línea no es la que bxdesk escribe ahí.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>Its name is not that of a journal.</source>
            <translation>Su nombre no es el de un diario de cambios.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>The journal {path} is damaged.</source>
            <translation>El diario de cambios {path} está dañado.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>The journal {path} was written by a newer bxdesk.</source>
            <translation>El diario de cambios {path} fue escrito por una versión más reciente de bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/portal_lock.py" />
            <source>Waiting: another bxdesk is changing {host}…</source>
            <translation>Esperando: otro bxdesk está cambiando {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>Comparing what was cut off with what stands on {host}…</source>
            <translation>Comparando lo que se interrumpió con lo que hay en {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>It could not be taken away: {reason}</source>
            <translation>No se pudo quitar: {reason}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>Taking away what a proof has bound on {host}…</source>
            <translation>Quitando lo que una prueba vinculó en {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>What a proof has bound for a moment still stands on the portal.</source>
            <translation>Lo que una prueba vinculó por un momento sigue en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/unit_of_work.py" />
            <source>An earlier apply to {host} was cut off.</source>
            <translation>Se interrumpió una aplicación anterior de cambios en {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/unit_of_work.py" />
            <source>What it left half-way must be finished or put back before anything else is changed there.</source>
            <translation>Lo que quedó a medias debe terminarse o restaurarse antes de cambiar allí cualquier otra cosa.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/address_space.py" />
            <source>Chrome and Edge ask the person first, since versions 142 and 143, whether the portal may reach such an address, and show nothing until they agree; Firefox is about to do the same.</source>
            <translation>Chrome y Edge, desde las versiones 142 y 143, preguntan antes si el portal puede llegar a esa dirección, y no muestran nada hasta que la persona acepta; Firefox está a punto de hacerlo.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Browsers show it letter by letter.</source>
            <translation>Los navegadores lo muestran letra por letra.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Browsers show nothing in the frame and offer to save it, or block that.</source>
            <translation>Los navegadores no muestran nada en el marco y ofrecen guardarlo, o lo bloquean.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Chrome and Edge do not show the page in the portal, Firefox does.</source>
            <translation>Chrome y Edge no muestran la página en el portal; Firefox sí.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It answers the portal's call with an error: HTTP {status}.</source>
            <translation>Responde a la llamada del portal con un error: HTTP {status}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It answers with HTTP {status}.</source>
            <translation>Responde con HTTP {status}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It came within {seconds} seconds.</source>
            <translation>Llegó en {seconds} segundos.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It is a page.</source>
            <translation>Es una página.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It is a page: “{words}”.</source>
            <translation>Es una página: «{words}».</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler answer with Content-Type: text/html and without Content-Disposition.</source>
            <translation>Haga que el manejador responda con Content-Type: text/html y sin Content-Disposition.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler answer with Content-Type: text/html.</source>
            <translation>Haga que el manejador responda con Content-Type: text/html.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler answer with an HTML page. An error in its script may have cut it off.</source>
            <translation>Haga que el manejador responda con una página HTML. Quizá un error de su script la cortó.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler know people by the portal's call (member_id, AUTH_ID), without a sign-in.</source>
            <translation>Haga que el manejador reconozca a las personas por la llamada del portal (member_id, AUTH_ID), sin inicio de sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler's server answer POST at {address} with the page.</source>
            <translation>Haga que el servidor del manejador responda al POST en {address} con la página.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler's server send: Content-Security-Policy: frame-ancestors 'self' {portal}</source>
            <translation>Haga que el servidor del manejador envíe: Content-Security-Policy: frame-ancestors 'self' {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Look in the handler's server at what takes the time; show a page first and load the rest from it.</source>
            <translation>Mire en el servidor del manejador qué es lo que tarda; muestre primero una página y cargue el resto desde ella.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Nothing forbids it.</source>
            <translation>Nada lo prohíbe.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>People look at an empty frame meanwhile, each time they open it.</source>
            <translation>Mientras tanto se ve un marco vacío, cada vez que se abre.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>People see an empty frame.</source>
            <translation>Se ve un marco vacío.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>People see it instead of the widget; signing in needs cookies that many browsers refuse there.</source>
            <translation>Se ve en lugar del widget; iniciar sesión necesita cookies que muchos navegadores rechazan ahí.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is a file to download ({kind}).</source>
            <translation>La respuesta es un archivo para descargar ({kind}).</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is a page to sign in at: “{words}”.</source>
            <translation>La respuesta es una página de inicio de sesión: «{words}».</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is empty.</source>
            <translation>La respuesta está vacía.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is plain text ({kind}), no page.</source>
            <translation>La respuesta es texto sin formato ({kind}), no una página.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer's header says: {header}: {value}</source>
            <translation>La cabecera de la respuesta dice: {header}: {value}</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The page can be opened, but takes no POST, which is how a portal calls it.</source>
            <translation>La página se puede abrir, pero no acepta POST, que es como la llama un portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The page expects a mark of its own in every POST (CSRF), which a portal does not send.</source>
            <translation>La página espera en cada POST una marca propia (CSRF) que un portal no envía.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The page is slow: {seconds} seconds.</source>
            <translation>La página es lenta: {seconds} segundos.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server asks for a user and password of its own.</source>
            <translation>El servidor pide un usuario y una contraseña propios.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server failed inside.</source>
            <translation>El servidor falló por dentro.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server forbids it. A firewall may stand in front of it, or a guard against forged requests.</source>
            <translation>El servidor lo prohíbe. Quizá haya delante un cortafuegos o una protección contra solicitudes falsificadas.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server refuses the call.</source>
            <translation>El servidor rechaza la llamada.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>There is nothing at this address.</source>
            <translation>No hay nada en esta dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{header} allows it.</source>
            <translation>{header} lo permite.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{host} forbids the portal to show its page.</source>
            <translation>{host} prohíbe al portal mostrar su página.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{meaning} The page says: “{words}”.</source>
            <translation>{meaning} La página dice: «{words}».</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{policy}; it overrules X-Frame-Options, which cannot name a portal.</source>
            <translation>{policy}; prevalece sobre X-Frame-Options, que no puede nombrar un portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>It was sent by a page of another address than the portal's.</source>
            <translation>La envió una página con una dirección distinta de la del portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>PLACEMENT_OPTIONS is no JSON object.</source>
            <translation>PLACEMENT_OPTIONS no es un objeto JSON.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>The call is a {method}, not a {other}.</source>
            <translation>La llamada es un {method}, no un {other}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>member_id is not that of the portal that is signed in to.</source>
            <translation>member_id no es el del portal en el que ha iniciado sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} is missing.</source>
            <translation>Falta {field}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} is not known ({place}).</source>
            <translation>{field} no se conoce ({place}).</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} looks otherwise.</source>
            <translation>{field} tiene otro aspecto.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} travels elsewhere: {place}.</source>
            <translation>{field} se transmite en otra parte: {place}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Browsers cannot open a page whose host has no address.</source>
            <translation>Los navegadores no pueden abrir una página cuyo host no tiene dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Check this computer's network, then try again.</source>
            <translation>Compruebe la red de este equipo e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Correct the address, or enter the name at the domain's provider.</source>
            <translation>Corrija la dirección o dé de alta el nombre en el proveedor del dominio.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Look at the log of the handler's server.</source>
            <translation>Mire el registro del servidor del manejador.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Look at the log of the handler's server: the call may have arrived, and hang there.</source>
            <translation>Mire el registro del servidor del manejador: quizá la llamada llegó y se quedó allí.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Nobody waits that long for a widget.</source>
            <translation>Nadie espera tanto por un widget.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>The name server did not answer.</source>
            <translation>El servidor de nombres no respondió.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>There is no host called {host}.</source>
            <translation>No existe ningún host llamado {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>{host} could not be looked up.</source>
            <translation>No se pudo buscar {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>{host} did not answer within {seconds} seconds.</source>
            <translation>{host} no respondió en {seconds} segundos.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>{host} takes the call, but gives no answer that a browser could read.</source>
            <translation>{host} acepta la llamada, pero no da una respuesta que un navegador pueda leer.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Are both texts of a notice filled?</source>
            <translation>¿Están rellenados los dos textos de un aviso?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Are the places switched on in their custom types?</source>
            <translation>¿Están activados los lugares en sus tipos personalizados?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Can people's browsers reach the address from the portal?</source>
            <translation>¿Llegan los navegadores a la dirección desde el portal?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Can the host be connected to?</source>
            <translation>¿Se puede conectar con el host?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Do browsers trust the host's certificate?</source>
            <translation>¿Confían los navegadores en el certificado del host?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Do the page's cookies work in a frame?</source>
            <translation>¿Funcionan las cookies de la página en un marco?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does every widget stand there once?</source>
            <translation>¿Está cada widget una sola vez?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does everything stand that was applied?</source>
            <translation>¿Sigue todo lo que se aplicó?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the app have the permissions that its widgets need?</source>
            <translation>¿Tiene la aplicación los permisos que necesitan sus widgets?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the call arrive where it is answered?</source>
            <translation>¿Llega la llamada adonde se responde?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the page answer fast enough?</source>
            <translation>¿Responde la página con suficiente rapidez?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the page answer the portal's call?</source>
            <translation>¿Responde la página a la llamada del portal?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the portal offer the places?</source>
            <translation>¿Ofrece el portal los lugares?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Has the app one tile in the Contact Center?</source>
            <translation>¿Tiene la aplicación un solo mosaico en el Contact Center?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is an administrator signed in?</source>
            <translation>¿Ha iniciado sesión un administrador?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the answer a page that can be shown?</source>
            <translation>¿Es la respuesta una página que se puede mostrar?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the app paid for?</source>
            <translation>¿Está pagada la aplicación?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the app's installation complete?</source>
            <translation>¿Está completa la instalación de la aplicación?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the built-in interface asked for by pages that use it?</source>
            <translation>¿Piden la interfaz integrada las páginas que la usan?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the host's name known?</source>
            <translation>¿Se conoce el nombre del host?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the page as secure as the portal?</source>
            <translation>¿Es la página tan segura como el portal?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>May the portal show the page in a frame?</source>
            <translation>¿Puede el portal mostrar la página en un marco?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/checking.py" />
            <source>Calling the pages of the widgets, each for {seconds} seconds at most</source>
            <translation>Llamando a las páginas de los widgets, cada una {seconds} segundos como máximo</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>A sign-in or a basket of the page's own does not last from one step to the next.</source>
            <translation>Un inicio de sesión o una cesta propios de la página no duran de un paso al siguiente.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Add Partitioned to them.</source>
            <translation>Añádales Partitioned.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Browsers refuse these cookies in a frame: {names}.</source>
            <translation>Los navegadores rechazan estas cookies en un marco: {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>It sets no cookie that a frame would not get.</source>
            <translation>No pone ninguna cookie que un marco no recibiría.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Safari does always, others when they block cookies of third parties.</source>
            <translation>Safari siempre, otros cuando bloquean las cookies de terceros.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Set them with SameSite=None; Secure; Partitioned.</source>
            <translation>Póngalas con SameSite=None; Secure; Partitioned.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Some browsers refuse these cookies in a frame: {names}.</source>
            <translation>Algunos navegadores rechazan estas cookies en un marco: {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Browsers do not show an http page inside an https portal.</source>
            <translation>Los navegadores no muestran una página http dentro de un portal https.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Enter {address} as the page address, or let its server answer 307 or 308 there.</source>
            <translation>Escriba {address} como dirección de la página, o haga que su servidor responda allí 307 o 308.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Let the handler's server redirect to https addresses.</source>
            <translation>Haga que el servidor del manejador redirija a direcciones https.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Nothing on the way is less secure than the portal.</source>
            <translation>Nada en el camino es menos seguro que el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Put the page on a server on the internet, or tell people to agree when the browser asks.</source>
            <translation>Ponga la página en un servidor de internet, o diga a las personas que acepten cuando el navegador pregunte.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The address lies no further inside than the portal.</source>
            <translation>La dirección no está más adentro que el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The call arrives at {address} as it was sent.</source>
            <translation>La llamada llega a {address} tal como se envió.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The call is lost on the way: a redirect makes a GET of it.</source>
            <translation>La llamada se pierde por el camino: una redirección la convierte en GET.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The call is sent on to an http address: {address}.</source>
            <translation>La llamada se reenvía a una dirección http: {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The certificate of {host} is trusted.</source>
            <translation>El certificado de {host} es de confianza.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The portal itself is opened over http.</source>
            <translation>El portal mismo se abre por http.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>There is no redirect.</source>
            <translation>No hay ninguna redirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Use it for tries alone. For others, put the page on a server that their browsers can reach.</source>
            <translation>Úselo solo para pruebas. Para los demás, ponga la página en un servidor al que lleguen sus navegadores.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{address} answers {status}. The page that is shown does not learn who opened it where.</source>
            <translation>{address} responde {status}. La página que se muestra no sabe quién la abrió ni dónde.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} can be connected to.</source>
            <translation>Se puede conectar con {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} is each person's own computer: only on this one is the handler there.</source>
            <translation>{host} es el equipo propio de cada persona: solo en este está el manejador.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} is known.</source>
            <translation>{host} es conocido.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} lies in a private network: people outside it see nothing.</source>
            <translation>{host} está en una red privada: quien está fuera no ve nada.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/interface_checks.py" />
            <source>No page that answers is asked for it.</source>
            <translation>No se pide a ninguna página que responda.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/interface_checks.py" />
            <source>The page draws it with “setLayout”.</source>
            <translation>La página la dibuja con «setLayout».</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/interface_checks.py" />
            <source>The page itself never calls “setLayout”; its scripts may.</source>
            <translation>La página misma nunca llama a «setLayout»; quizá sus scripts.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>An administrator is signed in.</source>
            <translation>Ha iniciado sesión un administrador.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>Apply it again; if it vanishes once more, the portal drops it.</source>
            <translation>Aplíquelo de nuevo; si vuelve a desaparecer, lo quita el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>Everything stands that was applied.</source>
            <translation>Sigue todo lo que se aplicó.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>It was applied, and no longer stands there.</source>
            <translation>Se aplicó y ya no está.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No custom type has a place switched off.</source>
            <translation>Ningún tipo personalizado tiene un lugar desactivado.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No notice is half filled.</source>
            <translation>Ningún aviso está a medio rellenar.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No paid period has ended.</source>
            <translation>No ha terminado ningún periodo pagado.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No two widgets look the same.</source>
            <translation>No hay dos widgets iguales a la vista.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>Somebody removed it, the app was updated, or the portal dropped it by itself.</source>
            <translation>Alguien lo eliminó, la aplicación se actualizó o el portal lo quitó por sí mismo.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The app has every permission that its widgets need.</source>
            <translation>La aplicación tiene todos los permisos que necesitan sus widgets.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The app has no second tile.</source>
            <translation>La aplicación no tiene un segundo mosaico.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The app is fully installed.</source>
            <translation>La aplicación está instalada por completo.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The portal offers every place.</source>
            <translation>El portal ofrece todos los lugares.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>A call came, but from another portal than the one that is signed in to.</source>
            <translation>Llegó una llamada, pero de otro portal que aquel en el que ha iniciado sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Allow it, in Chrome, Edge or Firefox on this computer. Of pages on the internet nobody is asked.</source>
            <translation>Permítalo, en Chrome, Edge o Firefox en este equipo. Con páginas de internet no se pregunta a nadie.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Everything up to the handler works: the portal shows widgets there, and its call arrives.</source>
            <translation>Todo funciona hasta el manejador: el portal muestra widgets allí y su llamada llega.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>If a widget of yours is not seen there all the same, its own page is the reason.</source>
            <translation>Si aun así un widget suyo no se ve allí, la causa es su propia página.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>If it is not to be seen on the portal:</source>
            <translation>Si no se ve en el portal:</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>If it is seen, and the browser asks for permission or shows an empty frame:</source>
            <translation>Si se ve, y el navegador pide permiso o muestra un marco vacío:</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Load the portal's page anew, as the person who is signed in here; look in the place's own settings.</source>
            <translation>Vuelva a cargar la página del portal como la persona que ha iniciado sesión aquí; mire en los ajustes propios del lugar.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Open the widget on the portal that is named here.</source>
            <translation>Abra el widget en el portal que se nombra aquí.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Who is looking may be somebody the app is closed to, or the portal has the place switched off, or the page was open from before.</source>
            <translation>Puede que quien mira no tenga acceso a la aplicación, que el portal tenga el lugar desactivado o que la página ya estuviera abierta de antes.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>{asked} Safari shows no page of this computer inside an https portal.</source>
            <translation>{asked} Safari no muestra ninguna página de este equipo dentro de un portal https.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>It works</source>
            <translation>Funciona</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>No proof is under way at this place.</source>
            <translation>No hay ninguna prueba en curso en este lugar.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>Not every place was opened in time.</source>
            <translation>No todos los lugares se abrieron a tiempo.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>Nothing is waited for here</source>
            <translation>Aquí no se espera nada</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>The portal did not take the widget.</source>
            <translation>El portal no aceptó el widget.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>The portal opened this page, and bxdesk received its call. You may close it.</source>
            <translation>El portal abrió esta página y bxdesk recibió su llamada. Puede cerrarla.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>Waiting until it is opened on {host}…</source>
            <translation>Esperando a que se abra en {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>bxdesk waits for the portal at another address.</source>
            <translation>bxdesk espera al portal en otra dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>Browsers ask before a page leads them inside from the internet. It was not followed.</source>
            <translation>Los navegadores preguntan antes de que una página de internet los lleve adentro. No se siguió.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>Correct the redirect on the handler's server, or enter the address of the page itself.</source>
            <translation>Corrija la redirección en el servidor del manejador o escriba la dirección de la página misma.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>Enter the address of the page itself.</source>
            <translation>Escriba la dirección de la página misma.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It does not end after {count} redirects.</source>
            <translation>No termina después de {count} redirecciones.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It leads in a circle. It may wait for a cookie that a frame does not get.</source>
            <translation>Da vueltas en círculo. Quizá espera una cookie que un marco no recibe.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It leads to a {scheme}: address.</source>
            <translation>Lleva a una dirección {scheme}:.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It leads to something that is no address.</source>
            <translation>Lleva a algo que no es una dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>The call is sent on to an address inside a network: {host}.</source>
            <translation>La llamada se reenvía a una dirección dentro de una red: {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>{host} sends the call on to where no browser goes in a frame.</source>
            <translation>{host} reenvía la llamada adonde ningún navegador va en un marco.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>It is not known whether people will see this page in the portal.</source>
            <translation>No se sabe si esta página se verá en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Nobody will see this page in the portal.</source>
            <translation>Nadie verá esta página en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Number of the CRM item</source>
            <translation>Número del elemento del CRM</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Open again</source>
            <translation>Abrir de nuevo</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>People will see this page in the portal.</source>
            <translation>Esta página se verá en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Place</source>
            <translation>Ubicación</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Some people will not see this page in the portal, or not as it was meant.</source>
            <translation>Algunas personas no verán esta página en el portal, o no como debía verse.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>The call is the portal's, with worthless values in place of its tokens.</source>
            <translation>La llamada es la del portal, con valores sin validez en lugar de sus tokens.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>The widget</source>
            <translation>El widget</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Your widget</source>
            <translation>Su widget</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/trying_out.py" />
            <source>What bxdesk shows is at another address.</source>
            <translation>Lo que bxdesk muestra está en otra dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/trying_out.py" />
            <source>Your browser refuses it here, because this page is at another address than the portal.</source>
            <translation>Su navegador lo rechaza aquí porque esta página está en otra dirección que el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/trying_out.py" />
            <source>Your browser shows it here all the same, because this page is at another address.</source>
            <translation>Su navegador lo muestra aquí de todos modos, porque esta página está en otra dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/composition.py" />
            <source>It is made when a connection is saved in it.</source>
            <translation>Se crea cuando se guarda en ella una conexión.</translation>
        </message>
        <message>
            <location filename="bxdesk/composition.py" />
            <source>There is no vault at {path} yet.</source>
            <translation>Todavía no hay ninguna bóveda en {path}.</translation>
        </message>
        <message>
            <location filename="bxdesk/composition.py" />
            <source>{reason}. Nothing chosen there holds now.</source>
            <translation>{reason}. Ahora no vale nada de lo elegido allí.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Cancelled</source>
            <translation>Cancelado</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Something unexpected went wrong inside bxdesk ({kind}).</source>
            <translation>Se ha producido un error inesperado en bxdesk ({kind}).</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>This is a fault of the program, not of yours.</source>
            <translation>Es un fallo del programa, no suyo.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Try again. If it comes back, restart bxdesk and report it.</source>
            <translation>Inténtelo de nuevo. Si se repite, reinicie bxdesk e informe del fallo.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>You stopped this.</source>
            <translation>Lo ha detenido usted.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Add a new application, then move again.</source>
            <translation>Añada una aplicación nueva y trasládese otra vez.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Complete the installation of the new one, then sign out of the old one.</source>
            <translation>Complete la instalación de la nueva y cierre después la sesión de la anterior.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Delete it on the portal; its own widgets, which nobody saw, go with it.</source>
            <translation>Elimínela en el portal; sus propios widgets, que nadie veía, se van con ella.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Its widgets stay hidden. The old application ({id}) stays connected.</source>
            <translation>Sus widgets siguen ocultos. La aplicación anterior ({id}) sigue conectada.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>The new application is not fully installed either.</source>
            <translation>La aplicación nueva tampoco está instalada del todo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>The widgets stand under the new application.</source>
            <translation>Los widgets están bajo la aplicación nueva.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>These are not the keys of a new application on the same portal: {id}.</source>
            <translation>Estas no son las claves de una aplicación nueva en el mismo portal: {id}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>bxdesk has forgotten the old one ({id}).</source>
            <translation>bxdesk ha olvidado la antigua ({id}).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>Next problem</source>
            <translation>Problema siguiente</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>Previous problem</source>
            <translation>Problema anterior</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>W&amp;hat to do</source>
            <translation>&amp;Qué hacer</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>{at} of {all}</source>
            <translation>{at} de {all}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Code</source>
            <translation>Código</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>For</source>
            <translation>Para</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Languages</source>
            <translation>Idiomas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Page address</source>
            <translation>Dirección de la página</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Title</source>
            <translation>Título</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>{before} → {after}</source>
            <translation>{before} → {after}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Copy as a layout</source>
            <translation>C&amp;opiar como diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Edit</source>
            <translation>&amp;Editar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Leave as it is</source>
            <translation>De&amp;jar como está</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Move to the open widget</source>
            <translation>&amp;Mover al widget abierto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Remove</source>
            <translation>&amp;Quitar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;With the selected</source>
            <translation>&amp;Con los seleccionados</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;With the selected ({n})</source>
            <translation>&amp;Con los seleccionados ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Bindings</source>
            <translation>Vinculaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Bindings ({n})</source>
            <translation>Vinculaciones ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Change the &amp;address…</source>
            <translation>Cambiar la &amp;dirección…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Find a binding</source>
            <translation>Buscar una vinculación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Move to a new ser&amp;ver…</source>
            <translation>Mover a un ser&amp;vidor nuevo…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>No widget matches “{text}”.</source>
            <translation>Ningún widget coincide con «{text}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Select rows first. Ctrl+A selects all of them.</source>
            <translation>Seleccione primero filas. Ctrl+A las selecciona todas.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>The app's widgets could not be read. {why}</source>
            <translation>No se pudieron leer los widgets de la aplicación. {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>This app has no widget on the portal yet.</source>
            <translation>Esta aplicación aún no tiene widgets en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>What the &amp;handler receives…</source>
            <translation>Qué &amp;recibe el controlador…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>With the selected</source>
            <translation>Con los seleccionados</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>{n} widget stays: its place cannot be bound at the moment.</source>
            <translation>{n} widget se mantiene: en este momento no se puede vincular a su ubicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>{n} widgets stay: their places cannot be bound at the moment.</source>
            <translation>{n} widgets se mantienen: en este momento no se pueden vincular a sus ubicaciones.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>Everybody</source>
            <translation>Todos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>User {id}</source>
            <translation>Usuario {id}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>moves to {address}</source>
            <translation>pasa a {address}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to bind</source>
            <translation>por vincular</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to replace</source>
            <translation>por reemplazar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to unbind</source>
            <translation>por quitar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_table.py" />
            <source>All widgets of this app</source>
            <translation>Todos los widgets de esta aplicación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>&amp;Add to the plan</source>
            <translation>&amp;Agregar al plan</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>Change the address</source>
            <translation>Cambiar la dirección</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>New addresses</source>
            <translation>Direcciones nuevas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>Addresses that &amp;begin with</source>
            <translation>Las &amp;direcciones que empiezan por</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>Addresses that begin with</source>
            <translation>Las direcciones que empiezan por</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>Nothing would change.</source>
            <translation>No cambiaría nada.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>begin &amp;from now on with</source>
            <translation>empezarán a &amp;partir de ahora por</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>begin from now on with</source>
            <translation>empezarán a partir de ahora por</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} binding gets another address.</source>
            <translation>{n} vinculación recibe otra dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} bindings get another address.</source>
            <translation>{n} vinculaciones reciben otra dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} stay: {why}</source>
            <translation>{n} se mantienen: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} stays: {why}</source>
            <translation>{n} se mantiene: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>From then on</source>
            <translation>Después</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>Now</source>
            <translation>Ahora</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>stays</source>
            <translation>se mantiene</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>stays: {why}</source>
            <translation>se mantiene: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>{address} (is there already; this one goes)</source>
            <translation>{address} (ya está ahí; este se quita)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/arrival_model.py" />
            <source>Value</source>
            <translation>Valor</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Binds a widget of bxdesk's own for a moment, for you to press in the portal</source>
            <translation>Vincula por un momento un widget propio de bxdesk para que usted lo pulse en el portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Move to a new application…</source>
            <translation>Pasar a una aplicación nueva…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Open the app's card in the portal</source>
            <translation>Abrir la ficha de la aplicación en el portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Open the widget</source>
            <translation>Abrir el widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Prove that it shows…</source>
            <translation>Probar que se muestra…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Sign in again…</source>
            <translation>Iniciar sesión de nuevo…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>Answer</source>
            <translation>Respuesta</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>Question</source>
            <translation>Pregunta</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>The app and its places</source>
            <translation>La aplicación y sus lugares</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>{title} ({address})</source>
            <translation>{title} ({address})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>&amp;Back to the widgets</source>
            <translation>Volver a los wid&amp;gets</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Check a&amp;gain</source>
            <translation>&amp;Comprobar de nuevo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Checks</source>
            <translation>Comprobaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Every question about why a widget would not show is asked here, and answered.</source>
            <translation>Aquí se plantean y responden todas las preguntas sobre por qué un widget no se mostraría.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>No widget is hidden from everybody, but look at what is marked.</source>
            <translation>Ningún widget está oculto para todos, pero mire lo que está marcado.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Nothing was found that would keep a widget from being seen.</source>
            <translation>No se ha encontrado nada que impida ver un widget.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>One widget is hidden from everybody.</source>
            <translation>Un widget está oculto para todos.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Progress of the checks</source>
            <translation>Progreso de las comprobaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Reading the portal…</source>
            <translation>Leyendo el portal…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>S&amp;top</source>
            <translation>De&amp;tener</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Something about the app or its places keeps widgets from being seen.</source>
            <translation>Algo de la aplicación o de sus lugares impide ver los widgets.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>{n} widgets are hidden from everybody.</source>
            <translation>{n} widgets están ocultos para todos.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Close</source>
            <translation>&amp;Cerrar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;End here</source>
            <translation>&amp;Terminar aquí</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Next portal</source>
            <translation>Portal &amp;siguiente</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Open the portal</source>
            <translation>&amp;Abrir el portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Prove it</source>
            <translation>&amp;Probar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Take it away</source>
            <translation>&amp;Retirar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>All of it, for a report about a fault. Nothing secret is in it.</source>
            <translation>Todo, para informar de un fallo. No contiene nada secreto.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>At the places that are ticked, bxdesk binds a widget of its own, “{title}”, and waits until you have pressed it in the portal. Others see it meanwhile. It is taken away again, whatever happens.</source>
            <translation>En los lugares marcados, bxdesk vincula un widget propio, «{title}», y espera a que usted lo pulse en el portal. Mientras tanto lo ven otros. Se retira después, pase lo que pase.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Copy &amp;report</source>
            <translation>Copiar &amp;informe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Nothing of it is left on the portal.</source>
            <translation>No queda nada de ello en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Places</source>
            <translation>Ubicaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Press “{title}” in the portal, in a browser on this computer.</source>
            <translation>Pulse «{title}» en el portal, en un navegador de este equipo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Prove that it shows</source>
            <translation>Probar que se muestra</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Prove that it shows on {portal} ({number} of {total})</source>
            <translation>Probar que se ve en {portal} ({number} de {total})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>The call that came</source>
            <translation>La llamada que llegó</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>The portal does something otherwise than documented. Please report it.</source>
            <translation>El portal hace algo de otro modo que lo documentado. Infórmelo, por favor.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>{n} of {all} proven.</source>
            <translation>{n} de {all} probados.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>What came of it</source>
            <translation>Qué resultó</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>could not be bound</source>
            <translation>no se pudo vincular</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>proven: it was opened, and the call came</source>
            <translation>probado: se abrió y llegó la llamada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>stands there: press it in the portal</source>
            <translation>está ahí: púlselo en el portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>was not opened</source>
            <translation>no se abrió</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>&amp;Copy</source>
            <translation>&amp;Copiar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>&amp;Open that page</source>
            <translation>Abrir &amp;esa página</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>An older one: it has “Script only” or “uses API only”</source>
            <translation>Una anterior: tiene «Script only» o «uses API only»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>Copy: {value}</source>
            <translation>Copiar: {value}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>Select there: {permissions}</source>
            <translation>Seleccione allí: {permissions}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>The card has “Menu item text”</source>
            <translation>La ficha tiene «Menu item text»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>{label}: what do you want to place?</source>
            <translation>{label}: ¿qué desea colocar?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>&amp;Back</source>
            <translation>&amp;Atrás</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>&amp;Next</source>
            <translation>&amp;Siguiente</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>&amp;Sign in</source>
            <translation>Iniciar &amp;sesión</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Connect a portal</source>
            <translation>Conectar un portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>New application on {portal}</source>
            <translation>Aplicación nueva en {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Sign in again to {portal}</source>
            <translation>Volver a iniciar sesión en {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Step {at} of {all}</source>
            <translation>Paso {at} de {all}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Stopping…</source>
            <translation>Deteniendo…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>The browser</source>
            <translation>El navegador</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Put this address into the card on the portal as well and save the card, then sign in.</source>
            <translation>Ponga esta dirección también en la ficha del portal, guarde la ficha e inicie sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>The application's card</source>
            <translation>La ficha de la aplicación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>The keys</source>
            <translation>Las claves</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>The portal</source>
            <translation>El portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>kept in your keyring: leave it empty</source>
            <translation>guardado en el llavero: déjelo vacío</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>&amp;Try again</source>
            <translation>&amp;Reintentar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>&amp;Use port {port}</source>
            <translation>&amp;Usar el puerto {port}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>Continue for this sessio&amp;n only</source>
            <translation>Co&amp;ntinuar solo en esta sesión</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>For this session only means: the keys are forgotten when bxdesk is closed.</source>
            <translation>Solo en esta sesión significa que las claves se olvidan al cerrar bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>Port {port} is free. It has to be changed in the card as well.</source>
            <translation>El puerto {port} está libre. También hay que cambiarlo en la ficha.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Nothing came back? Hand the answer over yourself</source>
            <translation>¿&amp;No volvió nada? Entregue usted mismo la respuesta</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Open again</source>
            <translation>&amp;Abrir de nuevo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Paste</source>
            <translation>&amp;Pegar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Use</source>
            <translation>&amp;Usar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Address to open in the browser</source>
            <translation>Dirección que se abrirá en el navegador</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Answer from the browser</source>
            <translation>Respuesta del navegador</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Copy &amp;link</source>
            <translation>Copiar en&amp;lace</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Getting ready…</source>
            <translation>Preparando…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Handed over. A code is good for {seconds} seconds more.</source>
            <translation>Respuesta entregada. El código es válido durante {seconds} segundos más.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>If the browser ends on a page that does not open, or shows a code, paste it here at once: a code is good for 30 seconds.</source>
            <translation>Si el navegador termina en una página que no se abre o muestra un código, péguelo aquí de inmediato: un código es válido durante 30 segundos.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>No browser opened. Open this address yourself; {time} left.</source>
            <translation>No se abrió ningún navegador. Abra usted esta dirección; quedan {time}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Take the answer from the clip&amp;board by itself</source>
            <translation>Tomar la respuesta del por&amp;tapapeles automáticamente</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>The whole address the browser ended at, the code it shows, or the POST a handler received</source>
            <translation>La dirección completa en la que terminó el navegador, el código que muestra o el POST que recibió un controlador</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>There is no text in the clipboard.</source>
            <translation>No hay texto en el portapapeles.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Thirty seconds are over. If nothing happens, open the link again for a new code.</source>
            <translation>Han pasado treinta segundos. Si no ocurre nada, vuelva a abrir el enlace para obtener un código nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Waiting for the browser</source>
            <translation>Esperando al navegador</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Waiting for the browser: confirm there that bxdesk may use the portal. {time} left.</source>
            <translation>Esperando al navegador: confirme allí que bxdesk puede usar el portal. Quedan {time}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>While this dialog waits, and only texts that look like an answer. Nothing else is read.</source>
            <translation>Mientras este cuadro de diálogo espera, y solo los textos que parezcan una respuesta. No se lee nada más.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>&amp;Name</source>
            <translation>&amp;Nombre</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>&amp;Save</source>
            <translation>&amp;Guardar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>&amp;Sign out</source>
            <translation>Cerrar &amp;sesión</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Only bxdesk uses it. Left empty, the portal goes by its address.</source>
            <translation>Solo lo usa bxdesk. Si se deja vacío, el portal se muestra con su dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Rename {portal}</source>
            <translation>Cambiar el nombre de {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Sign out</source>
            <translation>Cerrar sesión</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Sign out of {portal}?</source>
            <translation>¿Cerrar la sesión de {portal}?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>bxdesk forgets the keys and the session. The widgets on the portal stay as they are, and what you ticked and typed waits for the next sign-in.</source>
            <translation>bxdesk olvida las claves y la sesión. Los widgets del portal se quedan como están; lo que marcó y escribió espera al próximo inicio de sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Anothe&amp;r address for the answer, or a server of your own</source>
            <translation>&amp;Otra dirección para la respuesta, o un servidor propio</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Application &amp;ID (client_id)</source>
            <translation>&amp;ID de la aplicación (client_id)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Application &amp;key (client_secret)</source>
            <translation>Cla&amp;ve de la aplicación (client_secret)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Authori&amp;zation server</source>
            <translation>Servidor de autori&amp;zación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Authorization server</source>
            <translation>Servidor de autorización</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Enter the {label} from the card.</source>
            <translation>Escriba «{label}» de la ficha.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Only for a portal on your own server that has one of its own.</source>
            <translation>Solo para un portal en servidor propio que tenga el suyo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Save the card on the portal; the two keys stand on it then.</source>
            <translation>Guarde la ficha en el portal; después están en ella las dos claves.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>The same address as on the card. Leave it empty to paste the answer.</source>
            <translation>La misma dirección que en la ficha. Déjela vacía para pegar la respuesta.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>They are called “{first}” and “{second}” there.</source>
            <translation>Allí se llaman «{first}» y «{second}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Your han&amp;dler path</source>
            <translation>Su ru&amp;ta del manejador</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>automatic</source>
            <translation>automático</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>none: paste the code</source>
            <translation>ninguna: pegue el código</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>&amp;Choose…</source>
            <translation>E&amp;legir…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>&amp;File</source>
            <translation>Ar&amp;chivo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>&amp;Save and go on</source>
            <translation>&amp;Guardar y continuar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>Move to a new application on {portal}</source>
            <translation>Trasladarse a una aplicación nueva en {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>The widgets are saved to a file, to be safe.</source>
            <translation>Los widgets se guardan en un archivo, por seguridad.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>When they stand there, bxdesk forgets the old application. You delete it on the portal.</source>
            <translation>Cuando estén allí, bxdesk olvida la aplicación antigua. Usted la elimina en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>Whether an application is fully installed is decided when it is added, so a new one takes the place of this one. Its widgets come along:</source>
            <translation>Si una aplicación está instalada por completo se decide al añadirla; por eso una nueva ocupa el lugar de esta. Sus widgets vienen con ella:</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>You add the new application on the portal, and enter its keys here.</source>
            <translation>Usted añade la aplicación nueva en el portal e introduce aquí sus claves.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>You look at the widgets that it will get, and apply them.</source>
            <translation>Usted mira los widgets que tendrá y los aplica.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>&amp;Portal</source>
            <translation>&amp;Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>Enter the portal's address, such as acme.bitrix24.com.</source>
            <translation>Introduzca la dirección del portal, por ejemplo acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>I have the &amp;keys of an application already</source>
            <translation>Ya tengo las c&amp;laves de una aplicación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>Needed first</source>
            <translation>Antes hace falta</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>Portal</source>
            <translation>Portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>Connect a portal…</source>
            <translation>Conectar un portal…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>No portal is open</source>
            <translation>Ningún portal abierto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>No portal yet</source>
            <translation>Todavía no hay ningún portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>Signed in as {user}</source>
            <translation>Usuario: {user}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>{portal} ({state})</source>
            <translation>{portal} ({state})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/dialogs.py" />
            <source>No browser opened.</source>
            <translation>No se abrió ningún navegador.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/dialogs.py" />
            <source>The address of the page is on the clipboard: paste it into a browser.</source>
            <translation>La dirección de la página está en el portapapeles: péguela en un navegador.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/drawing/preview.py" />
            <source>Where people will see it</source>
            <translation>Dónde lo verán los usuarios</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/drawing/preview.py" />
            <source>{place}: “{title}”</source>
            <translation>{place}: «{title}»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Opens a page on this computer that shows the address in a frame, as the portal would</source>
            <translation>Abre en este equipo una página que muestra la dirección en un marco, como lo haría el portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Page &amp;address</source>
            <translation>URL de la &amp;página</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Put https:// in front</source>
            <translation>Anteponer https://</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>So does Enter in the address</source>
            <translation>Lo mismo hace la tecla Intro en la dirección</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>The call that the portal makes to this address, field by field</source>
            <translation>La llamada que el portal hace a esta dirección, campo por campo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>The page that opens inside the widget (its handler).</source>
            <translation>La página que se abre dentro del widget (su controlador).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Try it out…</source>
            <translation>Probar la página…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>What the handler receives…</source>
            <translation>Qué recibe el controlador…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/exceptions.py" />
            <source>Different texts</source>
            <translation>Otros textos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/exceptions.py" />
            <source>{n} more</source>
            <translation>{n} más</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>&amp;Languages</source>
            <translation>&amp;Idiomas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>&amp;One text for all languages</source>
            <translation>&amp;Un texto para todos los idiomas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Copy from</source>
            <translation>Copiar de</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Copy the texts from another language</source>
            <translation>Copiar los textos de otro idioma</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Into {language}</source>
            <translation>Destino: {language}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Languages of the texts</source>
            <translation>Idiomas de los textos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Say it in several of the portal's languages</source>
            <translation>Indicarlo en varios idiomas del portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Takes the texts of another language for the row that is selected</source>
            <translation>Toma los textos de otro idioma para la fila seleccionada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>The text is in</source>
            <translation>Idioma del texto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/option_fields.py" />
            <source>As it is</source>
            <translation>Como está</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>How the widget behaves at its places</source>
            <translation>Cómo se comporta el widget en sus ubicaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>O&amp;ptions</source>
            <translation>&amp;Opciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>Only for the user with the ID</source>
            <translation>Solo para el usuario con el ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>{option}</source>
            <translation>{option}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>{option} (required)</source>
            <translation>{option} (obligatorio)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Description</source>
            <translation>&amp;Descripción</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Group</source>
            <translation>&amp;Grupo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Title</source>
            <translation>&amp;Título</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Description</source>
            <translation>Descripción</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Di&amp;fferent text here</source>
            <translation>Otro texto aq&amp;uí</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Give the places that are selected a text of their own</source>
            <translation>Dar un texto propio a las ubicaciones seleccionadas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Give the places that are selected the text of the others again</source>
            <translation>Dar de nuevo a las ubicaciones seleccionadas el texto de las demás</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Group</source>
            <translation>Grupo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>In {language} only.</source>
            <translation>Único idioma: {language}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Optional</source>
            <translation>Opcional</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Optional: a shared heading</source>
            <translation>Opcional: un encabezado común</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Such as “Send contract”</source>
            <translation>P. ej., «Enviar contrato»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for all {n} places</source>
            <translation>Texto para las {n} ubicaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for further places. All {n} places have different texts.</source>
            <translation>Texto para otras ubicaciones. Las {n} ubicaciones tienen otros textos.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for further places. Its one place has a different text.</source>
            <translation>Texto para otras ubicaciones. Su única ubicación tiene otro texto.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for its one place</source>
            <translation>Texto para su única ubicación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for {shared} of {n} places. The rest have different texts.</source>
            <translation>Texto para {shared} de {n} ubicaciones. Las demás tienen otros textos.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text only for {places}</source>
            <translation>Texto solo para {places}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Texts</source>
            <translation>Textos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>The title in {language} is missing.</source>
            <translation>Falta el título ({language}).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>The title is missing in {n} languages: {languages}.</source>
            <translation>Falta el título en {n} idiomas: {languages}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Use the widget's te&amp;xt here</source>
            <translation>&amp;Usar aquí el texto del widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_grid.py" />
            <source>Texts in languages</source>
            <translation>Textos en varios idiomas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_model.py" />
            <source>empty</source>
            <translation>vacío</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_model.py" />
            <source>missing</source>
            <translation>falta</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>About bxdesk</source>
            <translation>Acerca de bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>C&amp;lose</source>
            <translation>C&amp;errar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>History</source>
            <translation>Historial</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>History and log</source>
            <translation>Historial y registro</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Libraries</source>
            <translation>Bibliotecas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Log</source>
            <translation>Registro</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Looking…</source>
            <translation>Comprobando…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Puts an application's widgets into Bitrix24 portals.</source>
            <translation>Coloca los widgets de una aplicación en portales de Bitrix24.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Python package</source>
            <translation>paquete de Python</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Secrets are kept in</source>
            <translation>Los secretos se guardan en</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Settings and drafts</source>
            <translation>Configuración y borradores</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>System</source>
            <translation>Sistema</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>bxdesk is free software under the MIT licence. It uses Qt and Qt for Python (PySide6) under the GNU Lesser General Public License, version 3: they are files of their own, which you may replace with compatible builds. The texts of these and all other licences come with the program.</source>
            <translation>bxdesk es software libre con licencia MIT. Usa Qt y Qt for Python (PySide6) bajo la Licencia Pública General Reducida de GNU (LGPL), versión 3: son archivos independientes que puede sustituir por compilaciones compatibles. Los textos de estas y de todas las demás licencias se incluyen con el programa.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>executable</source>
            <translation>ejecutable</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>nowhere: of a demo portal nothing is kept</source>
            <translation>en ningún lugar: de un portal de demostración no se guarda nada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>&amp;Address</source>
            <translation>&amp;Dirección</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>&amp;Copy the value</source>
            <translation>&amp;Copiar el valor</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>&amp;Documentation</source>
            <translation>D&amp;ocumentación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>* is always sent. The keys and tokens here are invented; real ones open the portal.</source>
            <translation>* se envía siempre. Las claves y los tokens que ve aquí son inventados; los reales dan acceso al portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Address of the call</source>
            <translation>Dirección de la llamada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>As &amp;JSON</source>
            <translation>Como &amp;JSON</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>As a &amp;curl command</source>
            <translation>Como comando &amp;curl</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>As a &amp;list of fields</source>
            <translation>Como &amp;lista de campos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Copy &amp;everything</source>
            <translation>Copiar &amp;todo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Fields of the call</source>
            <translation>Campos de la llamada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>The portal opens the page address like a link, and sends nothing along.</source>
            <translation>El portal abre la dirección de la página como un enlace y no envía nada con ella.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>What the handler receives</source>
            <translation>Qué recibe el controlador</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>When somebody opens the widget here, the portal has their browser send this form to your handler, and shows the page that comes back.</source>
            <translation>Cuando alguien abre el widget aquí, el portal hace que su navegador envíe este formulario al controlador y muestra la página que este devuelve.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>You have entered no page address yet: this one is invented.</source>
            <translation>Aún no ha introducido ninguna dirección de página: esta es inventada.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>Example</source>
            <translation>Ejemplo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>Field</source>
            <translation>Campo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>What it means</source>
            <translation>Qué significa</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>Where it is</source>
            <translation>Dónde está</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>address</source>
            <translation>dirección</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>form</source>
            <translation>formulario</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>inside PLACEMENT_OPTIONS</source>
            <translation>dentro de PLACEMENT_OPTIONS</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>is always sent</source>
            <translation>se envía siempre</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>Copy it from the saved card.</source>
            <translation>Cópielo de la ficha guardada.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>On a Russian portal: “{label}”.</source>
            <translation>En un portal ruso: «{label}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>The form before it, which some portals still have</source>
            <translation>La forma anterior, que algunos portales aún tienen</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>Today's card</source>
            <translation>La ficha de hoy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>{permission} always, and others by what you want to place.</source>
            <translation>{permission} siempre, y otros según lo que quiera colocar.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>&amp;About bxdesk…</source>
            <translation>&amp;Acerca de bxdesk…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>Find a topic</source>
            <translation>Buscar un tema</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>Topics</source>
            <translation>Temas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>&amp;Copy the page</source>
            <translation>&amp;Copiar la página</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>A page for the built-in interface</source>
            <translation>Una página para la interfaz integrada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Copied.</source>
            <translation>Copiado.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Documentation</source>
            <translation>Documentación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>How many</source>
            <translation>Cuántos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>One for each app.</source>
            <translation>Uno por aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Options</source>
            <translation>Opciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Permissions</source>
            <translation>Permisos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Places that your portal offers and nobody has documented. They can be bound like any other; where people come upon them only trying will tell.</source>
            <translation>Ubicaciones que su portal ofrece y que nadie ha documentado. Se pueden vincular como cualquier otra; dónde las encontrarán los usuarios, solo se sabrá probándolas.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>The chosen topic</source>
            <translation>El tema elegido</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>The portal loads it unseen and draws what its script asks for. Copy it, put it on your server, and enter its address as the handler. Without the built-in interface it shows a sentence of its own.</source>
            <translation>El portal la carga sin mostrarla y dibuja lo que pide su script. Cópiela, póngala en su servidor y escriba su dirección como manejador. Sin la interfaz integrada muestra una frase propia.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>There is one for</source>
            <translation>Disponible para</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Your app lacks {permissions}: tick it in the app's card on the portal.</source>
            <translation>A su aplicación le falta {permissions}: márquelo en la ficha de la aplicación en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>{option} (needed)</source>
            <translation>{option} (obligatorio)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Apply. The portal is read back, and what did not come out as planned is named.</source>
            <translation>Aplique. Se vuelve a leer el portal y se indica lo que no haya salido según el plan.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Changed your mind? “Undo” takes the last apply back, “History” any earlier one.</source>
            <translation>¿Ha cambiado de idea? «Deshacer» revierte los últimos cambios aplicados; «Historial», cualesquiera anteriores.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Choose a widget on the left, or make a new one. Each has one page address: the page that it opens.</source>
            <translation>Elija un widget a la izquierda o cree uno nuevo. Cada uno tiene una dirección de la página: la página que abre.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Connect a portal. The guide says how the application is added there, field by field.</source>
            <translation>Conecte un portal. La guía explica cómo agregar allí la aplicación, campo por campo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Custom types</source>
            <translation>Procesos inteligentes (SPA)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Each portal has a line: how it is, what waits in its draft, what others have changed, and when it was last read. Select one, and what is known of it stands below; Return or a double click opens it.</source>
            <translation>Cada portal tiene una línea: cómo está, qué espera en su borrador, qué han cambiado otros y cuándo se leyó por última vez. Seleccione uno y debajo verá lo que se sabe de él; Intro o un doble clic lo abre.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Give the widget a title, in as many languages as your people speak.</source>
            <translation>Ponga un título al widget, en tantos idiomas como hablen sus usuarios.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Go on with other widgets as you like: whatever you changed waits, and nothing of it is lost.</source>
            <translation>Siga con otros widgets como desee: todo lo que haya cambiado queda en espera y no se pierde nada.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>How it works</source>
            <translation>Cómo funciona</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Keyboard</source>
            <translation>Teclado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Moved to another server? “Move to a new server…”, in the menu beside the portal's name, changes the addresses.</source>
            <translation>¿Se mudó a otro servidor? «Mover a un servidor nuevo…», en el menú junto al nombre del portal, cambia las direcciones.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Other placements</source>
            <translation>Otras ubicaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Press “Review and apply…”. Every change is shown in a sentence before anything is sent.</source>
            <translation>Haga clic en «Revisar y aplicar…». Antes de enviar nada, cada cambio se muestra en una frase.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Select several: “With the selected” checks, proves, exports, moves or groups them together.</source>
            <translation>Seleccione varios: «Con los seleccionados» los comprueba, prueba, exporta, traslada o agrupa juntos.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Several portals</source>
            <translation>Varios portales</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Several portals? “Portals” says of each how it is. Those that are selected can be checked, exported, moved, and brought to one layout together.</source>
            <translation>¿Varios portales? «Portales» dice cómo está cada uno. Los seleccionados se pueden comprobar, exportar, mover y llevar a un mismo diseño a la vez.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Tick its places on the right. A place may have a different text.</source>
            <translation>Marque sus ubicaciones a la derecha. Una ubicación puede tener otro texto.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>What failed can be tried again alone. What was cut off waits at its portal until it is settled.</source>
            <translation>Lo que falló se puede repetir por separado. Lo que se interrumpió espera en su portal hasta que se resuelva.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>“Compare with a layout…” says how far each is from a layout file. “Review and apply…” shows every change before anything is sent, portal by portal.</source>
            <translation>«Comparar con un diseño…» indica cuánto se aparta cada uno de un archivo de diseño. «Revisar y aplicar…» muestra cada cambio, portal por portal, antes de enviar nada.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>“Read all” asks all of them, some side by side: one that does not answer holds up nobody.</source>
            <translation>«Leer todos» pregunta a todos, a varios a la vez: uno que no responde no retrasa a nadie.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Alt and a letter</source>
            <translation>Alt y una letra</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Change the address of the selected bindings</source>
            <translation>Cambiar la dirección de las vinculaciones seleccionadas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Clear what is searched; then, what is selected</source>
            <translation>Vaciar la búsqueda; después, la selección</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Close the window; what waits is kept</source>
            <translation>Cerrar la ventana; lo pendiente se conserva</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Copy the selected bindings as a layout</source>
            <translation>Copiar las vinculaciones seleccionadas como diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Do it again</source>
            <translation>Hacerlo de nuevo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Edit the widget of the selected binding</source>
            <translation>Editar el widget de la vinculación seleccionada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Everywhere</source>
            <translation>En todas partes</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Find a place</source>
            <translation>Buscar una ubicación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Find a portal</source>
            <translation>Buscar un portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Give the selected places a different text, or take it back</source>
            <translation>Dar otro texto a las ubicaciones seleccionadas, o quitarlo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Go to what has this letter underlined</source>
            <translation>Ir al elemento que tiene subrayada esa letra</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Leave the selected bindings as they are</source>
            <translation>Dejar como están las vinculaciones seleccionadas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Make a new widget</source>
            <translation>Crear un widget nuevo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Move the selected bindings to the open widget</source>
            <translation>Mover las vinculaciones seleccionadas al widget abierto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Open a layout file</source>
            <translation>Abrir un archivo de diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Open the selected portal</source>
            <translation>Abrir el portal seleccionado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Paste a layout, outside of a text</source>
            <translation>Pegar un diseño, fuera de un texto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Read the portal again</source>
            <translation>Volver a leer el portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Read the selected portals again; all of them where none is selected</source>
            <translation>Volver a leer los portales seleccionados; todos si no hay ninguno seleccionado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Remove the selected widget or bindings</source>
            <translation>Quitar el widget o las vinculaciones seleccionadas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Rename the selected portal</source>
            <translation>Cambiar el nombre del portal seleccionado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Review and apply what waits</source>
            <translation>Revisar y aplicar lo pendiente</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Save the widgets as a layout file</source>
            <translation>Guardar los widgets como archivo de diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Show all portals, and the widgets again</source>
            <translation>Mostrar todos los portales, y de nuevo los widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The page of portals</source>
            <translation>La página de portales</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The places of a widget</source>
            <translation>Las ubicaciones de un widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The table of bindings</source>
            <translation>La tabla de vinculaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The widgets of a portal</source>
            <translation>Los widgets de un portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>This help, about the place that is selected</source>
            <translation>Esta ayuda, sobre la ubicación seleccionada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Tick or untick what is selected</source>
            <translation>Marcar o desmarcar lo seleccionado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Undo what was ticked, typed or discarded</source>
            <translation>Deshacer lo que se marcó, escribió o descartó</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>What the handler receives there</source>
            <translation>Qué recibe ahí el controlador</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>&amp;Copy diagnostics</source>
            <translation>&amp;Copiar diagnóstico</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Collecting…</source>
            <translation>Recopilando…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Copied: paste it into your report. Nothing secret is in it.</source>
            <translation>Copiado: péguelo en su informe. No contiene nada secreto.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Copy diagnostics</source>
            <translation>Copiar diagnóstico</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Versions, state and the end of the log, for a report about a fault. Nothing secret.</source>
            <translation>Versiones, estado y final del registro, para informar de un fallo. Nada secreto.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_files.py" />
            <source>the pasted text</source>
            <translation>Texto pegado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>&amp;Open…</source>
            <translation>&amp;Abrir…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>&amp;Save the widgets as…</source>
            <translation>&amp;Guardar los widgets como…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Layo&amp;ut</source>
            <translation>Di&amp;seño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Layout file</source>
            <translation>Archivo de diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Layout files ({patterns})</source>
            <translation>Archivos de diseño ({patterns})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Opened last</source>
            <translation>Abiertos hace poco</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Save the selected &amp;bindings as…</source>
            <translation>Guardar &amp;vinculaciones elegidas como…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Save the selected bindings</source>
            <translation>Guardar las vinculaciones elegidas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Save the widgets</source>
            <translation>Guardar los widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Widgets from a file, or into one. Files can be dropped on the window, too.</source>
            <translation>Widgets de un archivo, o a un archivo. También se pueden arrastrar archivos a la ventana.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Hides this note</source>
            <translation>Oculta este aviso</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Nothing to change: everything in {name} is already here.</source>
            <translation>Nada que cambiar: todo lo de {name} ya está aquí.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>OK</source>
            <translation>Aceptar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Reading {name}…</source>
            <translation>Leyendo: {name}…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Reload</source>
            <translation>Recargar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Saved {n} place to {path}.</source>
            <translation>Se ha guardado {n} ubicación en {path}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Saved {n} places to {path}.</source>
            <translation>Se han guardado {n} ubicaciones en {path}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>{name} has changed on disk since it was opened.</source>
            <translation>{name} ha cambiado en el disco desde que se abrió.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>{n} change from {name} is waiting. Ctrl+Z takes it back.</source>
            <translation>{n} cambio de {name} en espera. Ctrl+Z lo deshace.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>{n} changes from {name} are waiting. Ctrl+Z takes them back.</source>
            <translation>{n} cambios de {name} en espera. Ctrl+Z los deshace.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Before you apply</source>
            <translation>Antes de aplicar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Everything in {name} fits this portal, but look at this first.</source>
            <translation>Todo lo de {name} encaja en este portal, pero mire primero esto.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Line</source>
            <translation>Línea</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Nothing in {name} could be used. Correct it and try again.</source>
            <translation>No se ha podido usar nada de {name}. Corríjalo e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Only a part of {name} fits this portal. Here is what to look at.</source>
            <translation>Solo una parte de {name} encaja en este portal. Esto es lo que conviene mirar.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>What does not fit</source>
            <translation>Lo que no encaja</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>{mistake} This is about {placements}.</source>
            <translation>{mistake} Se trata de {placements}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>{n} place could not be written to the file:</source>
            <translation>{n} ubicación no se pudo escribir en el archivo:</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>{n} places could not be written to the file:</source>
            <translation>{n} ubicaciones no se pudieron escribir en el archivo:</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_model.py" />
            <source>What was found</source>
            <translation>Qué se encontró</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_model.py" />
            <source>left out</source>
            <translation>omitido</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_model.py" />
            <source>taken all the same</source>
            <translation>tomado de todos modos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>Hide these notes</source>
            <translation>Ocultar estas notas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>Next</source>
            <translation>Siguiente</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>Nothing is sent while you type and tick. “Review and apply…” shows every change first, and what was applied can be taken back in “History”.</source>
            <translation>Mientras escribe y marca no se envía nada. «Revisar y aplicar…» muestra antes cada cambio, y lo aplicado puede deshacerse en «Historial».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>This portal lives on your computer: nothing you do here leaves it. On the left are the application's widgets; tick on the right where the open one should be.</source>
            <translation>Este portal vive en su equipo: nada de lo que haga aquí sale de él. A la izquierda están los widgets de la aplicación; marque a la derecha dónde debe estar el que está abierto.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>“Checks” finds widgets that people would not see, and says what to do. “Open the portal”, in the menu beside its name, shows them as people see them.</source>
            <translation>«Comprobaciones» encuentra los widgets que no se verían y dice qué hacer. «Abrir el portal», en el menú junto a su nombre, los muestra tal como se ven.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>D&amp;iscard</source>
            <translation>D&amp;escartar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Discard</source>
            <translation>Descartar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Forget everything that was not applied; it can be undone</source>
            <translation>Olvidar todo lo que no se aplicó; se puede deshacer</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Nothing can be changed here: {why}</source>
            <translation>Aquí no se puede cambiar nada: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Nothing to change yet: tick where the widget should be</source>
            <translation>Aún no hay nada que cambiar: marque dónde debe estar el widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Re&amp;view and apply…</source>
            <translation>Re&amp;visar y aplicar…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Redo</source>
            <translation>Rehacer</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Redo: {what}</source>
            <translation>Rehacer: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Review and apply</source>
            <translation>Revisar y aplicar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Shows every change before it is made</source>
            <translation>Muestra cada cambio antes de hacerlo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Undo: {what}</source>
            <translation>Deshacer: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>{plan}. First: {problem}</source>
            <translation>{plan}. Primero: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>{widget}: {problem}</source>
            <translation>{widget}: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Discard them</source>
            <translation>Descartarlas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Go on with them</source>
            <translation>Continuar con ellas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>What you had ticked is done by now ({moment}): from another window, or when an apply that was cut off was finished.</source>
            <translation>Lo que había marcado ({moment}) ya está hecho: desde otra ventana o al terminar unos cambios interrumpidos.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Your ticks and texts are still here from {moment}: {plan}.</source>
            <translation>Sus marcas y textos siguen aquí ({moment}): {plan}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Your ticks are still here from {moment}.</source>
            <translation>Sus marcas siguen aquí ({moment}).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>today, {time}</source>
            <translation>hoy, {time}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>yesterday, {time}</source>
            <translation>ayer, {time}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} of them are done already.</source>
            <translation>{n} de ellas ya están hechas.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} of them is done already.</source>
            <translation>{n} de ellas ya está hecha.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} wait: the portal does not offer their places at the moment.</source>
            <translation>{n} quedan en espera: por ahora, el portal no ofrece sus ubicaciones.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} waits: the portal does not offer its place at the moment.</source>
            <translation>{n} queda en espera: por ahora, el portal no ofrece su ubicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>&amp;Bindings</source>
            <translation>Vincu&amp;laciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>All widgets by their places</source>
            <translation>Todos los widgets por sus ubicaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>Content</source>
            <translation>Contenido</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>The app's widgets, one of them open</source>
            <translation>Los widgets de la aplicación, uno de ellos abierto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>What the open widget says and does</source>
            <translation>Lo que dice y hace el widget abierto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>Where the open widget is to be</source>
            <translation>Dónde debe estar el widget abierto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>Widgets</source>
            <translation>Widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/layout_dialog.py" />
            <source>All files (*)</source>
            <translation>Todos los archivos (*)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/layout_dialog.py" />
            <source>Export into a folder</source>
            <translation>Exportar a una carpeta</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/links.py" />
            <source>No browser opened. The address of the page is on the clipboard.</source>
            <translation>No se abrió ningún navegador. La dirección de la página está en el portapapeles.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Choose a type from the list, or create it on the portal and refresh.</source>
            <translation>Elija un SPA de la lista o créelo en el portal y actualice.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Close bxdesk, and start it with the vault's key in BXDESK_VAULT_KEY.</source>
            <translation>Cierre bxdesk e inícielo con la clave de la bóveda en BXDESK_VAULT_KEY.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Close the other program, or choose another port: the same address must stand in “Your handler path” on the app's card and here.</source>
            <translation>Cierre el otro programa o elija otro puerto: la misma dirección debe estar en «Su ruta del manejador» en la ficha de la aplicación y aquí.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Compare it with the custom types in the list.</source>
            <translation>Compárelo con los tipos personalizados de la lista.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Compare it with the places in the list.</source>
            <translation>Compárelo con las ubicaciones de la lista.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Finish it, or put back what stood there before.</source>
            <translation>Termínela o restaure lo que había antes.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>If it is a server of your own, its public part may be closed for a time: look in the main module's settings. If the portal is gone, sign out of it here.</source>
            <translation>Si es un servidor propio, su parte pública puede estar cerrada temporalmente: compruébelo en la configuración del módulo principal. Si el portal ya no existe, cierre aquí la sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>If it is your own server, enter it as the authorization server and sign in again.</source>
            <translation>Si es su propio servidor, introdúzcalo como servidor de autorización e inicie sesión de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>It is left alone: remove it by hand if it is to go.</source>
            <translation>Se deja como está: elimínelo a mano si debe irse.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>It was left alone. Refresh, look at it, and plan again.</source>
            <translation>No se modificó. Actualice, revíselo y planifique de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Look at the page in the browser. Check that “Your handler path” on the app's card is the address used here, then sign in again.</source>
            <translation>Mire la página en el navegador. Compruebe que «Su ruta del manejador» en la ficha de la aplicación sea la dirección usada aquí, y vuelva a iniciar sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Move this one there, or give one of them other texts.</source>
            <translation>Traslade este allí, o dé otros textos a uno de los dos.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Press “Reinstall” on the app's card, or open the app in the portal: if it has a page of its own, that completes the installation. Otherwise add the app anew, without an interface, and move the widgets to it; changing the card does not help.</source>
            <translation>Pulse «Reinstall» en la ficha de la aplicación, o abra la aplicación en el portal: si tiene una página propia, eso completa la instalación. Si no, añada la aplicación de nuevo, sin interfaz, y traslade a ella los widgets; cambiar la ficha no ayuda.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Refresh to see what it did, then try again.</source>
            <translation>Actualice para ver qué hizo y luego inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Refresh, compare, and apply again.</source>
            <translation>Actualice, compare y aplique de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Sign in again with the new address.</source>
            <translation>Inicie sesión de nuevo con la nueva dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Sign in again.</source>
            <translation>Vuelva a iniciar sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Sign out of it and sign in again at the address that the portal really has.</source>
            <translation>Cierre esa sesión e iníciela de nuevo en la dirección que el portal tiene de verdad.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Tick it under “Assign permissions” on the app's card, save, and refresh here. If it is still missing then, sign in again; if that does not help, press “Reinstall” on the card.</source>
            <translation>Márquelo en «Assign permissions» en la ficha de la aplicación, guarde y actualice aquí. Si sigue faltando, inicie sesión de nuevo; si no ayuda, pulse «Reinstall» en la ficha.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Unlock or install a keyring and try again. You may also go on for this session only.</source>
            <translation>Desbloquee o instale un llavero e inténtelo de nuevo. También puede continuar solo durante esta sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Use the one on the app's card, as in {address}.</source>
            <translation>Use la que figura en la ficha de la aplicación, como en {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Use {address} on the app's card and here, or paste the answer.</source>
            <translation>Use {address} en la ficha de la aplicación y aquí, o pegue la respuesta.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>When it answers again, refresh or apply again: what was begun is finished or put back first.</source>
            <translation>Cuando vuelva a responder, actualice o aplique de nuevo: lo empezado se termina o se restaura primero.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>Progress</source>
            <translation>Progreso</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>Sending…</source>
            <translation>Enviando…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>Stopping after the changes that are on their way…</source>
            <translation>Se detendrá tras los cambios que ya se están enviando…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>{done} of {total}: {what}</source>
            <translation>{done} de {total}: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Checking whether people will see it…</source>
            <translation>Comprobando si se verá…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Look at this, too: {problem}</source>
            <translation>Fíjese también en esto: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Nothing was found that would keep people from seeing it.</source>
            <translation>No se ha encontrado nada que impida verlo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>People will not see it: {problem}</source>
            <translation>No se verá: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Whether people will see it is not known: {problem}</source>
            <translation>No se sabe si se verá: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>&amp;Undo…</source>
            <translation>&amp;Deshacer…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>All &amp;portals</source>
            <translation>Todos los &amp;portales</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Looking at what stands there now…</source>
            <translation>Comprobando lo que hay ahora…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Nothing was applied yet. What is applied is listed here, and can be taken back.</source>
            <translation>Aún no se ha aplicado nada. Lo que se aplique aparecerá aquí y se podrá deshacer.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Reading…</source>
            <translation>Leyendo…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Shows first what is taken back</source>
            <translation>Muestra primero lo que se deshace</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Steps of the chosen entry</source>
            <translation>Pasos de la entrada elegida</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Switch to that portal first.</source>
            <translation>Cambie primero a ese portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>There is nothing of it left to take back.</source>
            <translation>Ya no queda nada que deshacer.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>What was applied</source>
            <translation>Cambios aplicados</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>By</source>
            <translation>Quién</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>Change</source>
            <translation>Cambio</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>Details</source>
            <translation>Detalles</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>The same texts and options as in the row above</source>
            <translation>Los mismos textos y opciones que en la fila anterior</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>All {n} changes are done and read back.</source>
            <translation>Los {n} cambios están hechos y la lectura del portal lo confirma.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>All {n} changes are done, but could not be read back.</source>
            <translation>Los {n} cambios están hechos, pero no se pudo comprobar el resultado.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Bind “{title}” to {place}</source>
            <translation>Vincular «{title}» a «{place}»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Done</source>
            <translation>Hecho</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Failed</source>
            <translation>Error</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Failed: {why}</source>
            <translation>Error: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Give “{title}” at {place} another page address</source>
            <translation>Dar a «{title}» en {place} otra dirección de página</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Not carried out</source>
            <translation>Sin realizar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Replace the texts at {place}</source>
            <translation>Reemplazar los textos en «{place}»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>The change is done and read back.</source>
            <translation>El cambio está hecho y la lectura del portal lo confirma.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>The change is done, but could not be read back.</source>
            <translation>El cambio está hecho, pero no se pudo comprobar el resultado.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Unbind “{title}” from {place}</source>
            <translation>Quitar «{title}» de «{place}»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} are not known</source>
            <translation>{n} sin confirmar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} change is done</source>
            <translation>{n} cambio hecho</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} changes are done</source>
            <translation>{n} cambios hechos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} failed</source>
            <translation>{n} con error</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} is not known</source>
            <translation>{n} sin confirmar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} was not carried out</source>
            <translation>{n} sin realizar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} was put back</source>
            <translation>{n} se restableció</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} were not carried out</source>
            <translation>{n} sin realizar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} were put back</source>
            <translation>{n} se restablecieron</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Apply</source>
            <translation>&amp;Aplicar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Cancel</source>
            <translation>&amp;Cancelar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Stop</source>
            <translation>Dete&amp;ner</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Try again…</source>
            <translation>&amp;Reintentar…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Apply</source>
            <translation>Aplicar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Changes</source>
            <translation>Cambios</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Review the changes on {portal}</source>
            <translation>Revisar los cambios en {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Sign &amp;in again…</source>
            <translation>&amp;Iniciar sesión de nuevo…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Stopped. The portal is read again to see what was done.</source>
            <translation>Detenido. Se vuelve a leer el portal para ver qué se hizo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>There is nothing to take back.</source>
            <translation>No hay nada que deshacer.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Undo on {portal}</source>
            <translation>Deshacer en {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_notes.py" />
            <source>{n} more are left alone for the same reason.</source>
            <translation>Otros {n} no se tocan por el mismo motivo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>&amp;Finish</source>
            <translation>&amp;Finalizar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>&amp;Leave it as it stands</source>
            <translation>De&amp;jar como está</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>&amp;Put everything back</source>
            <translation>Restaurar &amp;todo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>An apply did not come to its end</source>
            <translation>Una aplicación de cambios no llegó a completarse</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Brings back what stood there before</source>
            <translation>Restaura lo que había antes</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Changes nothing, and does not ask again</source>
            <translation>No cambia nada y no vuelve a preguntar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Cut off on {portal}</source>
            <translation>Interrumpido en {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Decide later</source>
            <translation>Decidir más tarde</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Does what is left of the changes</source>
            <translation>Realiza los cambios que faltan</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Left as it stands</source>
            <translation>Se dejó como está</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Nothing was sent; it is left as it stands.</source>
            <translation>No se envió nada; todo queda como está.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Stopped.</source>
            <translation>Detenido.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>What stands half-way</source>
            <translation>Lo que quedó a medias</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>What stands there now</source>
            <translation>Lo que hay ahora</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>changed by somebody else; it is left alone</source>
            <translation>cambiado por otra persona; no se toca</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>done</source>
            <translation>hecho</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>half done</source>
            <translation>hecho a medias</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>not done: what stood there before</source>
            <translation>no hecho: lo que había antes</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>{user} began it: {moment}. bxdesk or the connection ended before all was done. This is what stands there now; nothing is changed before you choose.</source>
            <translation>Iniciada por {user} ({moment}). bxdesk se cerró o se perdió la conexión antes de terminar. Esto es lo que hay ahora; no se cambia nada hasta que usted elija.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>&amp;Export</source>
            <translation>&amp;Exportar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>Export layouts</source>
            <translation>Exportar diseños</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>Files</source>
            <translation>Archivos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>Into the folder {folder}</source>
            <translation>En la carpeta {folder}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>{n} file written to {folder}</source>
            <translation>{n} archivo escrito en {folder}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>{n} files written to {folder}</source>
            <translation>{n} archivos escritos en {folder}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>{said}; {n} failed</source>
            <translation>{said}; {n} con error</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>replaces the file there</source>
            <translation>reemplaza el archivo existente</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>{n} place saved</source>
            <translation>{n} ubicación guardada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>{n} places saved</source>
            <translation>{n} ubicaciones guardadas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>{said}, {n} left out</source>
            <translation>{said}, {n} omitidas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/group_dialog.py" />
            <source>Only bxdesk uses it. Left empty, they are in no group.</source>
            <translation>Solo lo usa bxdesk. Si se deja vacío, no están en ningún grupo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/group_dialog.py" />
            <source>The group of {n} portal</source>
            <translation>Grupo de {n} portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/group_dialog.py" />
            <source>The group of {n} portals</source>
            <translation>Grupo de {n} portales</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>&amp;Forget the layout</source>
            <translation>Qu&amp;itar el diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>Compare with a lay&amp;out…</source>
            <translation>C&amp;omparar con un diseño…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>How far each portal is from what a layout file says</source>
            <translation>Cuánto se aparta cada portal de lo que dice un archivo de diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>Select the portals that the layout is to be applied to</source>
            <translation>Seleccione los portales a los que se aplicará el diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>It has not been read in this window yet.</source>
            <translation>Aún no se ha leído en esta ventana.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>Open it</source>
            <translation>Abrirlo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>Read it</source>
            <translation>Leerlo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>What is known of the portal</source>
            <translation>Lo que se sabe del portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>{portal} (1 of {n} selected)</source>
            <translation>{portal} (1 de {n} seleccionados)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>{state}, last read {moment}</source>
            <translation>{state}, leído por última vez {moment}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>a check found something</source>
            <translation>una comprobación encontró algo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>changes wait</source>
            <translation>hay cambios pendientes</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>cut off</source>
            <translation>interrumpido</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>differs from the layout</source>
            <translation>difiere del diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>drifted</source>
            <translation>con desviaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>in step with the layout</source>
            <translation>coincide con el diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Against {layout}</source>
            <translation>Comparado con {layout}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Drift</source>
            <translation>Desviaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Drift since {moment}</source>
            <translation>Desviaciones desde {moment}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Nothing differs.</source>
            <translation>No hay diferencias.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Nothing was found.</source>
            <translation>No se encontró nada.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Proof that it shows</source>
            <translation>Prueba de que se ve</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>There is none.</source>
            <translation>No hay ninguno.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Waits in your draft</source>
            <translation>Espera en su borrador</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>bxdesk has applied nothing here yet.</source>
            <translation>bxdesk aún no ha aplicado nada aquí.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>does not fit</source>
            <translation>no encaja</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>in step</source>
            <translation>coincide</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>{n} when it was last read</source>
            <translation>{n} cuando se leyó por última vez</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>{title}: {n} place</source>
            <translation>{title}: {n} ubicación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>{title}: {n} places</source>
            <translation>{title}: {n} ubicaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>“{title}” appeared at {place}</source>
            <translation>«{title}» apareció en {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>“{title}” changed at {place}</source>
            <translation>«{title}» cambió en {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>“{title}” vanished from {place}</source>
            <translation>«{title}» desapareció de {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Check</source>
            <translation>&amp;Comprobar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Export layouts…</source>
            <translation>&amp;Exportar diseños…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Move to a new server…</source>
            <translation>&amp;Mover a un servidor nuevo…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Open</source>
            <translation>&amp;Abrir</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Prove that it shows…</source>
            <translation>Pro&amp;bar que se ve…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Read</source>
            <translation>&amp;Leer</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Apply {layout} to several portals</source>
            <translation>Aplicar {layout} a varios portales</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Move from {before} to {after}</source>
            <translation>Traslado de {before} a {after}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Put into a &amp;group…</source>
            <translation>Poner en un &amp;grupo…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Re&amp;name…</source>
            <translation>Cambiar &amp;nombre…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Bindings that somebody else has changed since bxdesk last changed the portal</source>
            <translation>Enlaces que otra persona ha cambiado desde que bxdesk cambió el portal por última vez</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Drifted</source>
            <translation>Desviados</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Last read</source>
            <translation>Última lectura</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Layout</source>
            <translation>Diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Places that your draft changes, and that are not applied yet</source>
            <translation>Lugares que su borrador cambia y que aún no se han aplicado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>The worst that checks found of what would keep widgets from being seen</source>
            <translation>Lo más grave que hallaron las comprobaciones y que impediría ver los widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Waiting</source>
            <translation>Pendientes</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>What has to change until the portal is as the layout says</source>
            <translation>Lo que debe cambiar para que el portal quede como dice el diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>When the portal was last read</source>
            <translation>Cuándo se leyó el portal por última vez</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>All groups</source>
            <translation>Todos los grupos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>All states</source>
            <translation>Todos los estados</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>No portal matches what is searched.</source>
            <translation>Ningún portal coincide con la búsqueda.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>Portals ({n})</source>
            <translation>Portales ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>Read &amp;all</source>
            <translation>L&amp;eer todos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_table.py" />
            <source>Portals</source>
            <translation>Portales</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/proof_series.py" />
            <source>On none of these portals stands a widget, as far as they could be read.</source>
            <translation>En ninguno de estos portales hay un widget, hasta donde se pudieron leer.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/proof_series.py" />
            <source>There is nothing to prove.</source>
            <translation>No hay nada que probar.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Also &amp;remove what the layout does not name</source>
            <translation>&amp;Quitar también lo que el diseño no menciona</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Done on {n} portal</source>
            <translation>Hecho en {n} portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Done on {n} portals</source>
            <translation>Hecho en {n} portales</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Reading the portals…</source>
            <translation>Leyendo los portales…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{done} of {total} portals</source>
            <translation>{done} de {total} portales</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{plan} on {n} portal</source>
            <translation>{plan} en {n} portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{plan} on {n} portals</source>
            <translation>{plan} en {n} portales</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{said}; {n} stopped</source>
            <translation>{said}; {n} detenidos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>&amp;Try again what failed ({n})</source>
            <translation>&amp;Reintentar los fallidos ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Cance&amp;l checking</source>
            <translation>Cance&amp;lar la comprobación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Cance&amp;l reading</source>
            <translation>Cancelar &amp;lectura</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Portals that were checked</source>
            <translation>Portales comprobados</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Portals that were read</source>
            <translation>Portales leídos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Stopped: {said}</source>
            <translation>Detenido: {said}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>{done} of {total} checked</source>
            <translation>{done} de {total} comprobados</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>{done} of {total} read</source>
            <translation>{done} de {total} leídos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>{said}, {failed} failed</source>
            <translation>{said}, {failed} con error</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_dialog.py" />
            <source>Move to a new server on {n} portal</source>
            <translation>Traslado a un servidor nuevo en {n} portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_dialog.py" />
            <source>Move to a new server on {n} portals</source>
            <translation>Traslado a un servidor nuevo en {n} portales</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_dialog.py" />
            <source>Re&amp;view…</source>
            <translation>Re&amp;visar…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>Portal and widget</source>
            <translation>Portal y widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>reading…</source>
            <translation>leyendo…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>{n} place</source>
            <translation>{n} ubicación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>{n} places</source>
            <translation>{n} ubicaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>doubtful</source>
            <translation>dudoso</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>good</source>
            <translation>bien</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>not for everybody</source>
            <translation>no para todos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>not known</source>
            <translation>no se sabe</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>not seen</source>
            <translation>no se ve</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>problem</source>
            <translation>problema</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>shows</source>
            <translation>se ve</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>no rights</source>
            <translation>sin permisos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>not reachable</source>
            <translation>no disponible</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>not read</source>
            <translation>no leído</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>not read yet</source>
            <translation>aún no leído</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>read earlier</source>
            <translation>leído antes</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>session ended</source>
            <translation>sesión finalizada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>signed in</source>
            <translation>sesión iniciada</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/goals.py" />
            <source>It stands at the new address already.</source>
            <translation>Ya está en la dirección nueva.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/goals.py" />
            <source>The layout does not name it.</source>
            <translation>El diseño no lo menciona.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>layout file</source>
            <translation>archivo de diseño</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>other addresses</source>
            <translation>otras direcciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>removal of bindings</source>
            <translation>quitar vinculaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>removal of the widget</source>
            <translation>quitar el widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>the selected bindings</source>
            <translation>las vinculaciones seleccionadas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/rollout.py" />
            <source>sending changes…</source>
            <translation>enviando cambios…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/session.py" />
            <source>You are signed in, but the portals cannot be listed.</source>
            <translation>Ha iniciado sesión, pero no se pueden listar los portales.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/side_by_side.py" />
            <source>waiting…</source>
            <translation>en espera…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>An apply of one change was cut off here before its end.</source>
            <translation>La aplicación de un cambio se interrumpió aquí antes de terminar.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>An apply of {count} changes was cut off here before its end.</source>
            <translation>La aplicación de {count} cambios se interrumpió aquí antes de terminar.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>Look at what stands there, then finish it or put everything back.</source>
            <translation>Revise lo que hay y después termínelo o restaure todo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>Nothing else can be applied to this portal until this is finished or put back.</source>
            <translation>No se puede aplicar nada más a este portal hasta que esto se termine o se restablezca.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>different text here</source>
            <translation>otro texto aquí</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>languages</source>
            <translation>idiomas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>options</source>
            <translation>opciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>page address</source>
            <translation>dirección de la página</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>texts</source>
            <translation>textos</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>ticks</source>
            <translation>marcas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/workspace.py" />
            <source>discarding</source>
            <translation>descartar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/keyring_line.py" />
            <source>Ask &amp;again</source>
            <translation>Volver a &amp;consultar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/keyring_line.py" />
            <source>Asking…</source>
            <translation>Consultando…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>&amp;Language</source>
            <translation>&amp;Idioma</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>&amp;Theme</source>
            <translation>&amp;Tema</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Address of the proxy</source>
            <translation>Dirección del proxy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>As the system</source>
            <translation>Como el sistema</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Certificates</source>
            <translation>Certificados</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Directly</source>
            <translation>Directamente</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Enter the proxy's address, such as http://proxy.example.com:3128.</source>
            <translation>Introduzca la dirección del proxy, por ejemplo http://proxy.example.com:3128.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Light</source>
            <translation>Claro</translation>
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
            <translation>Configuración</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Through this proxy</source>
            <translation>A través de este proxy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>With a user and password: http://USER:PASSWORD@proxy:3128. They are kept with your secrets.</source>
            <translation>Con usuario y contraseña: http://USUARIO:CONTRASEÑA@proxy:3128. Se guardan junto con sus secretos.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>checked against the system's store, always</source>
            <translation>se comprueban siempre con el almacén del sistema</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>{why} Or save once more: then the password holds for this session only.</source>
            <translation>{why} O guarde otra vez: la contraseña valdrá solo en esta sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>&amp;Connect a portal…</source>
            <translation>&amp;Conectar un portal…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>&amp;Try it on a demo portal</source>
            <translation>&amp;Probar en un portal de demostración</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Go on for this &amp;session only…</source>
            <translation>Continuar solo en esta &amp;sesión…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Opening…</source>
            <translation>Abriendo…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Opens another window. Nothing of it stays, and nothing leaves this computer.</source>
            <translation>Abre otra ventana. No se conserva nada de ella y nada sale de este equipo.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Places, bindings, custom types and permissions, in one request.</source>
            <translation>Ubicaciones, vinculaciones, tipos personalizados y permisos, en una sola solicitud.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Put your widgets into Bitrix24</source>
            <translation>Ponga sus widgets en Bitrix24</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Reading {portal}…</source>
            <translation>Leyendo {portal}…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Sign in &amp;again…</source>
            <translation>&amp;Iniciar sesión de nuevo…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Sign in anew; the keys are forgotten when bxdesk is closed.</source>
            <translation>Inicie sesión de nuevo; las claves se olvidan al cerrar bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Start bxdesk with --demo: then it says what is missing.</source>
            <translation>Inicie bxdesk con --demo: así indica qué falta.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Stopped</source>
            <translation>Detenido</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>The demo portal could not be opened.</source>
            <translation>No se pudo abrir el portal de demostración.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Working</source>
            <translation>En curso</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>bxdesk shows where your application appears in a portal: buttons above the timeline of leads, deals and custom types, the Contact Center tile. Tick where it should be, look at what will change, and apply.</source>
            <translation>bxdesk muestra dónde aparece su aplicación en un portal: los botones encima de la línea de tiempo de prospectos, negociaciones y procesos inteligentes (SPA), el mosaico del Contact center. Marque dónde debe estar, revise lo que cambiará y aplique.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>{portal} was not read.</source>
            <translation>No se ha leído {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>&amp;Refresh</source>
            <translation>&amp;Actualizar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>All portals that are connected, and how they are</source>
            <translation>Todos los portales conectados y su estado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Che&amp;cks</source>
            <translation>Co&amp;mprobaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>H&amp;elp</source>
            <translation>A&amp;yuda</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Histor&amp;y</source>
            <translation>&amp;Historial</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Language, theme and proxy</source>
            <translation>Idioma, tema y proxy</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>More about this portal</source>
            <translation>Más sobre este portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Op&amp;en the portal</source>
            <translation>&amp;Abrir el portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Open its &amp;developer resources</source>
            <translation>Abrir recursos para &amp;desarrolladores</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Open its a&amp;pplications and their cards</source>
            <translation>Abrir sus a&amp;plicaciones y sus fichas</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Read again what you see; your ticks and texts stay</source>
            <translation>Volver a leer lo que ve; sus marcas y textos se conservan</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Reading the portal</source>
            <translation>Leyendo el portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Setti&amp;ngs</source>
            <translation>Con&amp;figuración</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Sign &amp;out…</source>
            <translation>Cerrar &amp;sesión…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>What each place is, and how bxdesk works</source>
            <translation>Qué es cada ubicación y cómo funciona bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>What was applied and when, and the way back from it</source>
            <translation>Qué se aplicó y cuándo, y cómo deshacerlo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>What would keep widgets from being seen, and what to do</source>
            <translation>Qué impediría ver los widgets y qué hacer</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>&amp;Add</source>
            <translation>&amp;Agregar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>A type ID is a whole number, such as 183.</source>
            <translation>El ID de un SPA es un número entero, por ejemplo 183.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>Add a custom type</source>
            <translation>Agregar un proceso inteligente (SPA)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>The number in the type's address on the portal: …/crm/type/183/… (its entityTypeId).</source>
            <translation>El número que aparece en la dirección del SPA en el portal: …/crm/type/183/… (su entityTypeId).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>Type &amp;ID</source>
            <translation>&amp;ID del SPA</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>Type ID</source>
            <translation>ID del SPA</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_cells.py" />
            <source>none can be bound</source>
            <translation>ninguno se puede vincular</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_cells.py" />
            <source>{bound} of {all} bound</source>
            <translation>{bound} de {all} vinculados</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>Name, code, type or number</source>
            <translation>Nombre, código, tipo o ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>No place matches “{text}”.</source>
            <translation>Ninguna ubicación coincide con «{text}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>Tick where the widget should be. Select a row to read more about it.</source>
            <translation>Marque dónde debe estar el widget. Seleccione una fila para obtener más información.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>Add a type ID…</source>
            <translation>Agregar un ID de SPA…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>More placements</source>
            <translation>Más lugares</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>More placements ({n})</source>
            <translation>Más ubicaciones ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>Type {number}</source>
            <translation>SPA {number}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>{title} ({number})</source>
            <translation>{title} ({number})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_tree.py" />
            <source>&amp;Different text here</source>
            <translation>&amp;Otro texto aquí</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_tree.py" />
            <source>&amp;Open in the portal</source>
            <translation>&amp;Abrir en el portal</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>Another widget of this app stands here: {others}. It is left alone.</source>
            <translation>Aquí está otro widget de esta aplicación: {others}. No se toca.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It gets the address {address}.</source>
            <translation>Recibe la dirección {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It has a different text here: “{title}”.</source>
            <translation>Aquí tiene otro texto: «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It says “{title}” there now.</source>
            <translation>El texto actual es «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>Nothing of this app is bound here.</source>
            <translation>Aquí no hay nada vinculado de esta aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>The binding will be removed.</source>
            <translation>Se quitará la vinculación.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>The widget is bound here, as it is shown.</source>
            <translation>El widget está vinculado aquí tal como se muestra.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>The widget will be bound here.</source>
            <translation>El widget se vinculará aquí.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>another widget</source>
            <translation>otro widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>bound</source>
            <translation>vinculado</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>bound, different text</source>
            <translation>vinculado, otro texto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>not available: {why}</source>
            <translation>no disponible: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>not bound</source>
            <translation>sin vincular</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>to bind, different text</source>
            <translation>por vincular, otro texto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>to move</source>
            <translation>por mover</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>to replace, different text</source>
            <translation>por reemplazar, otro texto</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>waits for its place</source>
            <translation>espera su ubicación</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>{state}, hidden by the type</source>
            <translation>{state}, oculto por el tipo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>Checks: {verdict}</source>
            <translation>Comprobaciones: {verdict}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>New widget</source>
            <translation>Widget nuevo</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>no page address yet</source>
            <translation>aún sin dirección de página</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>{n} to bind</source>
            <translation>{n} por vincular</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>{n} to change</source>
            <translation>{n} por cambiar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>{n} to unbind</source>
            <translation>{n} por quitar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>&amp;Remove from all places</source>
            <translation>&amp;Quitar de todas partes</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>Find a widget</source>
            <translation>Buscar un widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>New &amp;widget</source>
            <translation>Nuevo &amp;widget</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>Opens a widget that stands nowhere yet</source>
            <translation>Abre un widget que aún no está en ninguna parte</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>&amp;Move to a new application…</source>
            <translation>Trasladar a u&amp;na aplicación nueva…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Dismiss</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Loo&amp;k at it…</source>
            <translation>Ve&amp;r…</translation>
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
            <translation>No se puede mostrar ninguna página desde este equipo.</translation>
        </message>
        <message>
            <location filename="bxdesk/loopback.py" />
            <source>bxdesk is not reached by this name.</source>
            <translation>A bxdesk no se llega por este nombre.</translation>
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
            <translation>Falta un permiso que {code} necesita.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Compare the permissions in the app's card with the placement's documentation.</source>
            <translation>Compare los permisos de la ficha de la aplicación con la documentación de la ubicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Placements that need it stay hidden until the app's card grants it.</source>
            <translation>Las ubicaciones que lo necesitan permanecen ocultas hasta que se conceda en la ficha de la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The app lacks the permission “{permission}”.</source>
            <translation>La aplicación no tiene el permiso «{permission}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The code is misspelt, or the portal's edition or modules do not have this place.</source>
            <translation>El código está mal escrito, o la edición o los módulos del portal no tienen esta ubicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The number in a placement's code is the type's entityTypeId, not its id.</source>
            <translation>El número en el código de una ubicación es el entityTypeId del SPA, no su id.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal does not offer {code}.</source>
            <translation>El portal no ofrece {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal has no custom type with the number {number}.</source>
            <translation>El portal no tiene ningún proceso inteligente (SPA) con el ID {number}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal has this place, but hides it from the app.</source>
            <translation>El portal tiene esta ubicación, pero no la muestra a la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>{code} is not set by binding.</source>
            <translation>{code} no se establece mediante vinculación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>Missing or wrong: {names}.</source>
            <translation>Faltan datos o no son correctos: {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>Take all fields of the POST request, those of its address included.</source>
            <translation>Tome todos los campos de la solicitud POST, incluidos los de su dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>This is not the call that a portal makes to a handler.</source>
            <translation>Esta no es la llamada que un portal hace a un controlador.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>1 when the portal is opened over https, 0 over http.</source>
            <translation>1 si el portal se abre por https; 0 si se abre por http.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>A token to call the portal on behalf of the person who opened the widget. Keep it out of logs.</source>
            <translation>Un token para llamar al portal en nombre del usuario que abrió el widget. No lo escriba en registros.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>A token to get a new AUTH_ID with, together with the app's keys. Keep it out of logs.</source>
            <translation>Un token para obtener, junto con las claves de la aplicación, un AUTH_ID nuevo. No lo escriba en registros.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>For how many seconds that token is good.</source>
            <translation>Durante cuántos segundos es válido ese token.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Names this one opening of the widget. The portal's JavaScript library finds its window by it.</source>
            <translation>Identifica esta apertura del widget. Con él, la biblioteca JavaScript del portal encuentra su ventana.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The authorization server that renews the tokens. Older portals do not tell it.</source>
            <translation>El servidor de autorización que renueva los tokens. Los portales más antiguos no lo indican.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The kind of app: L local, F free, D demo, T trial, P paid, S subscription.</source>
            <translation>El tipo de aplicación: L local, F gratuita, D demostración, T prueba, P de pago, S suscripción.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The language in which the person sees the portal. Show your page in it.</source>
            <translation>El idioma en el que el usuario ve el portal. Muestre su página en ese idioma.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The permissions of the app. Older portals do not tell them.</source>
            <translation>Los permisos de la aplicación. Los portales más antiguos no los indican.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The portal's address, without “https://”.</source>
            <translation>La dirección del portal, sin «https://».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The same in every call to this app: by it a handler knows the portal. Older portals do not send it.</source>
            <translation>Es igual en todas las llamadas a esta aplicación: con él, un controlador reconoce el portal. Los portales más antiguos no lo envían.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>What the widget was opened on, as a JSON text. Be prepared for a missing or an empty one.</source>
            <translation>Sobre qué se abrió el widget, como texto JSON. Tenga en cuenta que puede faltar o estar vacío.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Where the widget was opened. One handler can serve many places and tell them apart by this.</source>
            <translation>Dónde se abrió el widget. Un mismo controlador puede atender muchas ubicaciones y distinguirlas por este campo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Where the widget was opened; {number} in it is the number of the custom type.</source>
            <translation>Dónde se abrió el widget; {number} es el ID del proceso inteligente (SPA).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Which portal it is. Stays the same when the portal gets another address.</source>
            <translation>Qué portal es. No cambia aunque el portal cambie de dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Activity</source>
            <translation>Actividad</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Company</source>
            <translation>Compañía</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Contact</source>
            <translation>Contacto</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Deal</source>
            <translation>Negociación</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Estimate</source>
            <translation>Cotización</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Invoice</source>
            <translation>Factura</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Lead</source>
            <translation>Prospecto</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Order</source>
            <translation>Pedido</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>The page of the portal that the widget was opened from. Missing where the browser does not tell it.</source>
            <translation>La página del portal desde la que se abrió el widget. Falta si el navegador no la indica.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>type {number}</source>
            <translation>SPA {number}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>{family}: {object}</source>
            <translation>{family}: {object}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>A portal takes the widget all the same.</source>
            <translation>Un portal acepta el widget de todos modos.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Choose it only for a page that was written for it.</source>
            <translation>Elíjalo solo para una página escrita para ello.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Enter the other text too, or empty both.</source>
            <translation>Escriba también el otro texto, o vacíe los dos.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Nobody sees it there: this type has its {what} switched off.</source>
            <translation>Nadie lo ve allí: este tipo tiene desactivado: {what}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>One text of the notice has no effect without the other.</source>
            <translation>Un texto del aviso no tiene efecto sin el otro.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>People see the notice only if both are filled. Its “learn more” opens the app's own address, the handler path of its card.</source>
            <translation>El aviso se ve solo si los dos están rellenados. Su «más información» abre la dirección propia de la aplicación, la ruta del manejador de su ficha.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Some portals show only the last tile of an app.</source>
            <translation>Algunos portales muestran solo el último mosaico de una aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Switch its {what} on in the type's settings on the portal.</source>
            <translation>Active en los ajustes del tipo en el portal: {what}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>The portal loads the page unseen, and draws what its script asks for with “setLayout”.</source>
            <translation>El portal carga la página sin mostrarla y dibuja lo que su script pide con «setLayout».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>This app has several tiles in the Contact Center.</source>
            <translation>Esta aplicación tiene varios mosaicos en el Contact Center.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Use one tile whose page offers the choice.</source>
            <translation>Use un mosaico cuya página ofrezca la elección.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>With the built-in interface an ordinary page shows nothing.</source>
            <translation>Con la interfaz integrada, una página corriente no muestra nada.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>{count} more</source>
            <translation>{count} más</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>{places}: {problem}</source>
            <translation>{places}: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>For user</source>
            <translation>Para el usuario</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>nothing</source>
            <translation>nada</translation>
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
            <translation>«{text}»</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>“{text}” ({languages})</source>
            <translation>«{text}» ({languages})</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/characters.py" />
            <source>{number} ({name}) after “{before}”</source>
            <translation>{number} ({name}) después de «{before}»</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/characters.py" />
            <source>{number} ({name}) at the beginning</source>
            <translation>{number} ({name}) al principio</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/draft.py" />
            <source>Tick the places of both in one of them, and remove the other.</source>
            <translation>Marque las ubicaciones de ambos en uno de ellos y quite el otro.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/draft.py" />
            <source>Two widgets have the same page address.</source>
            <translation>Dos widgets tienen la misma dirección de la página.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Address that is told of errors</source>
            <translation>Dirección a la que se notifican los errores</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>An entry of the group “Applications” in the portal's main menu.</source>
            <translation>Una opción del grupo «Aplicaciones» del menú principal del portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>BI analytics menu</source>
            <translation>Menú de analítica BI</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Background worker</source>
            <translation>Proceso en segundo plano</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Custom field type</source>
            <translation>Tipo de campo propio</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>In the editor of sites. The app sets it with its blocks; it cannot be bound by hand.</source>
            <translation>En el editor de sitios. La aplicación lo pone con sus bloques; no se puede colocar a mano.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Inside a field of a CRM card: the app shows the value and takes it in. The portal sets it when the app registers its type of field; it cannot be bound by hand.</source>
            <translation>Dentro de un campo de una ficha del CRM: la aplicación muestra el valor y permite introducirlo. El portal la establece cuando la aplicación registra su tipo de campo; no se puede vincular a mano.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Main menu</source>
            <translation>Menú principal</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Menu of a block</source>
            <translation>Menú de un bloque</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Nowhere by itself: it opens when somebody follows a link “/marketplace/view/…/” in a message, comment or task. For “…” stands the app's client ID.</source>
            <translation>En ningún sitio por sí sola: se abre cuando alguien sigue un enlace «/marketplace/view/…/» en un mensaje, un comentario o una tarea. En lugar de «…» va el client ID de la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Nowhere: it runs unseen on every page of the portal. The portal removes one that takes longer than five seconds to answer more than ten times a day.</source>
            <translation>En ningún sitio: se ejecuta sin verse en todas las páginas del portal. Si más de diez veces al día tarda más de cinco segundos en responder, el portal lo quita.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Register the blocks from your application.</source>
            <translation>Registre los bloques desde su aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Register the field type from your application.</source>
            <translation>Registre el tipo de campo desde su aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Settings of a page</source>
            <translation>Ajustes de una página</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Settings of an Open Channel connector</source>
            <translation>Configuración de un conector de canales abiertos</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Sites: settings and blocks</source>
            <translation>Sitios: ajustes y bloques</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The app's own address</source>
            <translation>La dirección propia de la aplicación</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The connector, by the name the app gave it.</source>
            <translation>El conector, con el nombre que le dio la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The field's name in another system, if it has one.</source>
            <translation>El nombre del campo en otro sistema, si lo tiene.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The field.</source>
            <translation>El campo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The kind of card that the field is in.</source>
            <translation>El tipo de ficha en la que está el campo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The last entry of the group “BI analytics” in CRM analytics. The portal opens the handler without telling it anything.</source>
            <translation>La última opción del grupo «Analítica BI» de CRM Analytics. El portal abre el controlador sin comunicarle nada.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The number of the CRM object; 0 in a new card.</source>
            <translation>El ID del elemento del CRM; 0 en una ficha nueva.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The number of the Open Channel.</source>
            <translation>El ID del canal abierto.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The page that opens when somebody connects a channel in the Contact Center. Nobody sees it before the app has registered its connector with the same address (imconnector.register).</source>
            <translation>La página que se abre cuando alguien conecta un canal en el Contact Center. Nadie la ve antes de que la aplicación registre su conector con la misma dirección (imconnector.register).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The placement once more.</source>
            <translation>La ubicación, otra vez.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The portal sets it when a field type is registered (userfieldtype.add).</source>
            <translation>El portal la establece cuando se registra un tipo de campo (userfieldtype.add).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The portal sets it when blocks are registered (landing.repo.bind).</source>
            <translation>El portal lo pone cuando se registran bloques (landing.repo.bind).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>What is in the field; a list where it takes several values.</source>
            <translation>El contenido del campo; una lista si admite varios valores.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whatever stands in the link as “params[…]”, by the name it has there.</source>
            <translation>Lo que figure en el enlace como «params[…]», con el nombre que tenga allí.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether all of it works.</source>
            <translation>Si todo funciona.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether it must be filled in: Y or N.</source>
            <translation>Si es obligatorio rellenarlo: Y o N.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether it takes several values: Y or N.</source>
            <translation>Si admite varios valores: Y o N.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the channel is registered with that service.</source>
            <translation>Si el canal está registrado en ese servicio.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the connector has an error.</source>
            <translation>Si el conector tiene algún error.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the connector is switched on for this channel.</source>
            <translation>Si el conector está activado para este canal.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the field is shown or edited: view or edit.</source>
            <translation>Si el campo se muestra o se edita: view o edit.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the service outside is connected.</source>
            <translation>Si el servicio externo está conectado.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Administrators</source>
            <translation>Administradores</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>All chats</source>
            <translation>Todos los chats</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Also for people from outside (extranet)</source>
            <translation>También para usuarios externos (extranet)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry at the end of a message's menu “•••”, under “More”.</source>
            <translation>Una opción al final del menú «•••» de un mensaje, en «Más».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the bar above a chat's message field. People show that bar with the button for applications at the right end of the field.</source>
            <translation>Una opción de la barra encima del campo de mensaje de un chat. La barra se muestra con el botón de aplicaciones, en el extremo derecho del campo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the block “Applications” at the bottom of a chat's side panel.</source>
            <translation>Una opción del bloque «Aplicaciones», en la parte inferior del panel lateral de un chat.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the menu “Apps” above the message field, in the mobile app. Not every portal has this menu. The app shows it to everybody and in all chats, whatever the options say.</source>
            <translation>Una opción del menú «Aplicaciones» encima del campo de mensaje, en la aplicación móvil. No todos los portales tienen este menú. La aplicación móvil la muestra a todos y en todos los chats, digan lo que digan las opciones.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the messenger's own navigation, beside “Chats” and “Channels”, often under “More”. The widget takes the whole room of the messenger.</source>
            <translation>Una opción de la navegación del Messenger, junto a «Chats» y «Canales», a menudo en «Más». El widget ocupa todo el espacio del Messenger.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Aqua</source>
            <translation>Aguamarina</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Azure</source>
            <translation>Celeste</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Brown</source>
            <translation>Marrón</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Browser and desktop app</source>
            <translation>Navegador y aplicación de escritorio</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>CRM chats</source>
            <translation>Chats del CRM</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: above the message field</source>
            <translation>Chat: encima del campo de mensaje</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: menu of a message</source>
            <translation>Chat: menú de un mensaje</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: navigation</source>
            <translation>Chat: navegación</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: selection of smileys (obsolete)</source>
            <translation>Chat: selección de emoticonos (obsoleto)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: side panel</source>
            <translation>Chat: panel lateral</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chats it is shown in</source>
            <translation>Chats en los que se muestra</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chats of two</source>
            <translation>Chats individuales</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Colour</source>
            <translation>Color</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Dark blue</source>
            <translation>Azul oscuro</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Graphite</source>
            <translation>Grafito</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Gray</source>
            <translation>Gris</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Green</source>
            <translation>Verde</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Group chats</source>
            <translation>Chats grupales</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Height of the frame (percent)</source>
            <translation>Altura del marco (por ciento)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Icon name</source>
            <translation>Nombre del icono</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Khaki</source>
            <translation>Caqui</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Light blue</source>
            <translation>Azul claro</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Lime</source>
            <translation>Lima</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Marengo</source>
            <translation>Marengo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Mint</source>
            <translation>Menta</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Mobile app</source>
            <translation>Aplicación móvil</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Nowhere on newer portals: it can be bound, but since version im 25.1600 of the messenger nothing opens it.</source>
            <translation>En portales nuevos, en ninguna parte: se puede colocar, pero desde la versión im 25.1600 del mensajero nada lo abre.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Open Channels</source>
            <translation>Canales abiertos</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Orange</source>
            <translation>Naranja</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>People who see it</source>
            <translation>Usuarios que lo ven</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Pink</source>
            <translation>Rosa</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Purple</source>
            <translation>Morado</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Red</source>
            <translation>Rojo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Sand</source>
            <translation>Arena</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>The chat: “chat” and a number, or the number of the other person.</source>
            <translation>El chat: «chat» y un número, o el ID del otro usuario.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>The number of the message.</source>
            <translation>El ID del mensaje.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Width of the frame (percent)</source>
            <translation>Ancho del marco (por ciento)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>6 for an activity; other records have other keys.</source>
            <translation>6 para una actividad; otros registros tienen otras claves.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A button at the top right of a report in CRM analytics. Reports without settings of their own lack it.</source>
            <translation>Un botón arriba a la derecha en un informe de CRM Analytics. Los informes sin configuración propia no lo tienen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A button at the top right of the window for automation rules.</source>
            <translation>Un botón arriba a la derecha en la ventana de las reglas de automatización.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A button at the top right of the window “Sales pipelines and tunnels”, which opens from the list of pipelines above a kanban.</source>
            <translation>Un botón arriba a la derecha en la ventana «Pipelines y túneles de ventas», que se abre desde la lista de pipelines encima de un kanban.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A source for the search in a company's or contact's “Details”.</source>
            <translation>Una fuente para la búsqueda en los «Detalles» de una compañía o de un contacto.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A source for the search in the form for bank details.</source>
            <translation>Una fuente para la búsqueda en el formulario de los detalles bancarios.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A source for the search while somebody enters a company's details.</source>
            <translation>Una fuente para la búsqueda mientras alguien escribe los datos de una empresa.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A tab in the row at the top of a card; with little room it is under “More”.</source>
            <translation>Una pestaña en la parte superior de una ficha; si falta espacio, está en «Más».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A tile at the bottom of the Contact Center (/contact_center/ on the portal), among the partner solutions. A tile opens its page and nothing else: it connects no channel, which is what imconnector.register does.</source>
            <translation>Un mosaico al final del Contact Center (/contact_center/ en el portal), entre las soluciones de socios. Un mosaico abre su página y nada más: no conecta ningún canal; eso lo hace imconnector.register.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry below the clients that are found while somebody types into the client's field of a card; it comes with the third letter.</source>
            <translation>Una opción debajo de los clientes que se encuentran mientras se escribe en el campo «Cliente» de una ficha; aparece a partir de la tercera letra.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the bar above a card's timeline, where “Activity” and “Comment” are; as a rule it is under “More”.</source>
            <translation>Una opción de la barra encima de la línea de tiempo de una ficha, donde están «Actividad» y «Comentario»; por lo general está en «Más».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu at the beginning of a row in a list, under “Market”.</source>
            <translation>Una opción del menú que hay al principio de cada fila de una lista, en «Market».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu at the top right above a list.</source>
            <translation>Una opción del menú que hay arriba a la derecha, encima de una lista.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu at the top right of a card, left of “Document”.</source>
            <translation>Una opción del menú que hay arriba a la derecha en una ficha, a la izquierda de «Documento».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu “•••” of a single record in the timeline, under “Extensions”.</source>
            <translation>Una opción del menú «•••» de un registro de la línea de tiempo, en «Extensiones».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry under “Applications” in the left menu of CRM analytics.</source>
            <translation>Una opción en «Aplicaciones», en el menú izquierdo de CRM Analytics.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry under “Extensions” in the menu that “Document” opens at the top of a card.</source>
            <translation>Una opción en «Extensiones», en el menú que abre «Documento» en la parte superior de una ficha.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Analytics menu</source>
            <translation>Menú de analítica</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Analytics toolbar</source>
            <translation>Barra de herramientas de analítica</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Bank details</source>
            <translation>Detalles bancarios</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Built-in interface</source>
            <translation>Interfaz integrada</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>CRM timeline button</source>
            <translation>Botón de línea de tiempo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>CRM, other places</source>
            <translation>CRM, otras ubicaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Company details</source>
            <translation>Detalles de la compañía</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Contact Center tile</source>
            <translation>Mosaico del Contact center</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Countries (their numbers)</source>
            <translation>Países (sus ID)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Document button</source>
            <translation>Botón «Documento»</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu above a list</source>
            <translation>Menú encima de una lista</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu of a card</source>
            <translation>Menú de una ficha</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu of a row in a list</source>
            <translation>Menú de una fila de la lista</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu of a timeline record</source>
            <translation>Menú de un registro de la línea de tiempo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Names the form that the widget was opened from.</source>
            <translation>Indica el formulario desde el que se abrió el widget.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Pipelines</source>
            <translation>Pipelines</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Places of the CRM of which there is one each.</source>
            <translation>Lugares del CRM de los que hay uno de cada.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Robot designer</source>
            <translation>Diseñador de reglas de automatización</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Search for company details</source>
            <translation>Búsqueda de detalles de la compañía</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Search in a card</source>
            <translation>Búsqueda en una ficha</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Tab in a card</source>
            <translation>Pestaña de una ficha</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Text of the notice to new users</source>
            <translation>Texto del aviso para usuarios nuevos</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The kind of CRM object, by its number: 1 a lead, 2 a deal, 3 a contact …</source>
            <translation>La clase de objeto del CRM, por su número: 1 prospecto, 2 negociación, 3 contacto…</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The kind of record within that, by its number.</source>
            <translation>La clase de registro dentro de esa, por su número.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The kind of record, by its number.</source>
            <translation>La clase de registro, por su número.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the CRM object that the widget was opened for.</source>
            <translation>El ID del elemento del CRM para el que se abrió el widget.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the activity in the timeline.</source>
            <translation>El ID de la actividad en la línea de tiempo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the activity.</source>
            <translation>El ID de la actividad.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the client whose bank details are entered.</source>
            <translation>El número del cliente cuyos datos bancarios se introducen.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the record in the timeline.</source>
            <translation>El número del registro en la cronología.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of this widget's own row on the portal.</source>
            <translation>El ID de la fila de este widget en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The portal draws the widget, and waits for “setLayout”.</source>
            <translation>El portal dibuja el widget y espera «setLayout».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Title of the notice to new users</source>
            <translation>Título del aviso para usuarios nuevos</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>What the person typed into the search.</source>
            <translation>Lo que el usuario escribió en la búsqueda.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Who is searched for: CONTACT or COMPANY.</source>
            <translation>A quién se busca: CONTACT o COMPANY.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/record.py" />
            <source>automation rules</source>
            <translation>reglas de automatización</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/record.py" />
            <source>documents</source>
            <translation>documentos</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/record.py" />
            <source>pipelines</source>
            <translation>embudos</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A button at the top right of the window “Task automation” of a workgroup.</source>
            <translation>Un botón arriba a la derecha en la ventana «Automatización de tareas» de un grupo de trabajo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A button at the top right of the window “Task automation”, for a person's and a project's tasks.</source>
            <translation>Un botón arriba a la derecha en la ventana «Automatización de tareas», para las tareas de un usuario y de un proyecto.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A tab of the card that opens during a phone call.</source>
            <translation>Una pestaña de la ficha que se abre durante una llamada telefónica.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A view of a calendar, after “Day”, “Week” and “Month”.</source>
            <translation>Una vista del calendario, después de «Día», «Semana» y «Mes».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>All CRM objects that the call belongs to; missing if there are none.</source>
            <translation>Todos los elementos del CRM a los que pertenece la llamada; falta si no hay ninguno.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of a workgroup's menu, at its end under “More”; in the new view of projects an entry of the menu “•••” of a project.</source>
            <translation>Una opción del menú de un grupo de trabajo, al final, en «Más»; en la nueva vista de los proyectos, una opción del menú «•••» de un proyecto.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the left menu of the call statistics, below the reports.</source>
            <translation>Una opción del menú izquierdo de las estadísticas de llamadas, debajo de los informes.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the beginning of a task's row, under “Market”.</source>
            <translation>Una opción del menú que hay al principio de la fila de una tarea, en «Market».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the top right above a person's tasks.</source>
            <translation>Una opción del menú que hay arriba a la derecha, encima de las tareas de un usuario.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the top right above a workgroup's tasks.</source>
            <translation>Una opción del menú que hay arriba a la derecha, encima de las tareas de un grupo de trabajo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the top right of a colleague's profile.</source>
            <translation>Una opción del menú que hay arriba a la derecha en el perfil de un compañero.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu “•••” beside a workgroup's name, under “Extensions”. The new view of projects no longer has it.</source>
            <translation>Una opción del menú «•••» junto al nombre de un grupo de trabajo, en «Extensiones». La nueva vista de los proyectos ya no lo tiene.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry under “Extensions” in the menu that opens from one's own picture.</source>
            <translation>Una opción en «Extensiones», en el menú que se abre desde la propia foto de perfil.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Call card</source>
            <translation>Ficha de llamada</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>LEAD, DEAL, CONTACT or COMPANY; empty without one.</source>
            <translation>LEAD, DEAL, CONTACT o COMPANY; vacío si no hay ninguno.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu above a person's tasks</source>
            <translation>Menú encima de las tareas de un usuario</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu above a workgroup's tasks</source>
            <translation>Menú encima de las tareas de un grupo de trabajo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu of a profile</source>
            <translation>Menú de un perfil</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu of a task in the list</source>
            <translation>Menú de una tarea en la lista</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu of a workgroup</source>
            <translation>Menú de un grupo de trabajo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menus and buttons around tasks.</source>
            <translation>Menús y botones en torno a las tareas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menus of people's profiles.</source>
            <translation>Menús de los perfiles de las personas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menus of workgroups and projects.</source>
            <translation>Menús de grupos de trabajo y proyectos.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Newer portals show all three places of a task alike, as a row in the block “Applications” under the task's own fields: one of them is enough.</source>
            <translation>Los portales más nuevos muestran igual las tres ubicaciones de una tarea, como una fila del bloque «Aplicaciones» debajo de los campos de la tarea: basta con una de ellas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Personnel: salary and vacation</source>
            <translation>Personal: salario y vacaciones</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Phone calls and their statistics.</source>
            <translation>Llamadas telefónicas y sus estadísticas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Robots of a workgroup</source>
            <translation>Reglas de automatización de un grupo de trabajo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Robots of tasks</source>
            <translation>Reglas de automatización de tareas</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Side panel of a task</source>
            <translation>Panel lateral de una tarea</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Tab of a task</source>
            <translation>Pestaña de una tarea</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Tab of a workgroup</source>
            <translation>Pestaña de un grupo de trabajo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Task: tab and side panel</source>
            <translation>Tarea: pestaña y panel lateral</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Tasks: menus and panels</source>
            <translation>Tareas: menús y paneles</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Telephony analytics menu</source>
            <translation>Menú de analítica de telefonía</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The call.</source>
            <translation>La llamada.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The company's number.</source>
            <translation>El número de teléfono de la empresa.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The first day that the calendar showed.</source>
            <translation>El primer día que mostraba el calendario.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The last day that the calendar showed.</source>
            <translation>El último día que mostraba el calendario.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of that CRM object; 0 without one.</source>
            <translation>El ID de ese elemento del CRM; 0 si no hay ninguno.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the call's activity; the word “undefined” while there is none.</source>
            <translation>El ID de la actividad de la llamada; la palabra «undefined» mientras no la hay.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the person who opened the menu.</source>
            <translation>El ID del usuario que abrió el menú.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the person whose profile it is.</source>
            <translation>El ID del usuario al que pertenece el perfil.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the person whose tasks they are.</source>
            <translation>El ID del usuario al que pertenecen las tareas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the project; for a person's own tasks USER_ID instead.</source>
            <translation>El ID del proyecto; para las tareas propias de un usuario, USER_ID en su lugar.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the task that is open.</source>
            <translation>El ID de la tarea abierta.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the task.</source>
            <translation>El ID de la tarea.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the workgroup or project.</source>
            <translation>El ID del grupo de trabajo o proyecto.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The other side's number; missing if it is unknown.</source>
            <translation>El número de teléfono del interlocutor; falta si se desconoce.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Toolbar of a profile</source>
            <translation>Barra de herramientas de un perfil</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Top panel of a task</source>
            <translation>Panel superior de una tarea</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Under “Salary and vacation” in the menu that opens from one's own picture, once an HR system is connected.</source>
            <translation>En «Salario y vacaciones», en el menú que se abre desde la propia foto, una vez conectado un sistema de RR. HH.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>User profile</source>
            <translation>Perfil de usuario</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>What the company calls that number; the number if it has no name.</source>
            <translation>El nombre que la empresa da a ese número; el propio número si no tiene nombre.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Where the call stands: idle, connecting or connected.</source>
            <translation>El estado de la llamada: idle (inactiva), connecting (conectando) o connected (conectada).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Whether it is one of a list of calls: true or false.</source>
            <translation>Si forma parte de una lista de llamadas: true o false.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Who called whom: incoming, outgoing or callback.</source>
            <translation>Quién llamó a quién: incoming (entrante), outgoing (saliente) o callback (devolución de llamada).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Width of the frame (pixels)</source>
            <translation>Anchura del marco (píxeles)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Workgroups (their numbers)</source>
            <translation>Grupos de trabajo (sus ID)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>{newer} On older portals this one is a button at the top.</source>
            <translation>{newer} En los portales más antiguos esta es un botón en la parte superior.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>{newer} On older portals this one is a tab.</source>
            <translation>{newer} En los portales más antiguos esta es una pestaña.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>{newer} On older portals this one is in the panel at the right.</source>
            <translation>{newer} En los portales más antiguos esta está en el panel de la derecha.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Enter the https address of the page that opens inside the widget.</source>
            <translation>Escriba la dirección https de la página que se abre dentro del widget.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>It has {length} characters; a portal stores {limit}.</source>
            <translation>Tiene {length} caracteres; un portal admite {limit} como máximo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Only this computer can open that address.</source>
            <translation>Solo este equipo puede abrir esa dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse HTTPS:// in capitals.</source>
            <translation>Los portales rechazan HTTPS:// en mayúsculas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse short names such as “{host}”.</source>
            <translation>Los portales rechazan nombres cortos como «{host}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse {scheme}:// addresses.</source>
            <translation>Los portales rechazan las direcciones {scheme}://.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Remove the blank, or write it as %20.</source>
            <translation>Quite el espacio o escríbalo como %20.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The host must have a dot in it.</source>
            <translation>El nombre de host debe contener un punto.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address has a blank in it.</source>
            <translation>La dirección de la página contiene un espacio.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address is not what it looks like.</source>
            <translation>La dirección de la página no es lo que parece.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address is too long.</source>
            <translation>La dirección de la página es demasiado larga.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address must begin with https:// (or http://).</source>
            <translation>La dirección de la página debe comenzar por https:// (o http://).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address must begin with https:// in small letters.</source>
            <translation>La dirección de la página debe comenzar por https:// en minúsculas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>There is no page address.</source>
            <translation>No hay dirección de página.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>There is {characters}.</source>
            <translation>Contiene {characters}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>This is not a web address.</source>
            <translation>Esta no es una dirección web.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Type the address anew: such characters come along when it is copied, or lead to another host.</source>
            <translation>Escriba la dirección de nuevo: esos caracteres vienen al copiarla o llevan a otro host.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use a shorter address, for example by moving parameters to your server.</source>
            <translation>Use una dirección más corta, por ejemplo, trasladando los parámetros a su servidor.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use an https address.</source>
            <translation>Use una dirección https.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use it for tries; other people's browsers need an address they can reach.</source>
            <translation>Úsela para pruebas; los navegadores de otras personas necesitan una dirección a la que puedan acceder.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use the full name, as in widgets.example.com; for tries on this computer, 127.0.0.1.</source>
            <translation>Use el nombre completo, como en widgets.example.com; para pruebas en este equipo, 127.0.0.1.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Write it as in https://widgets.example.com/bitrix24.</source>
            <translation>Escríbala como en https://widgets.example.com/bitrix24.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Write it as in {address}.</source>
            <translation>Escríbala así: {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>https:// is missing at the beginning of the page address.</source>
            <translation>Falta https:// al principio de la dirección de la página.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Arabic</source>
            <translation>Árabe</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Chinese (simplified)</source>
            <translation>Chino (simplificado)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Chinese (traditional)</source>
            <translation>Chino (tradicional)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>English</source>
            <translation>Inglés</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>French</source>
            <translation>Francés</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>German</source>
            <translation>Alemán</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Indonesian</source>
            <translation>Indonesio</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Italian</source>
            <translation>Italiano</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Japanese</source>
            <translation>Japonés</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Kazakh</source>
            <translation>Kazajo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Malay</source>
            <translation>Malayo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Polish</source>
            <translation>Polaco</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Portuguese (Brazil)</source>
            <translation>Portugués (Brasil)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Russian</source>
            <translation>Ruso</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Spanish</source>
            <translation>Español</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Spanish (Latin America)</source>
            <translation>Español (Latinoamérica)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Thai</source>
            <translation>Tailandés</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Turkish</source>
            <translation>Turco</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Ukrainian</source>
            <translation>Ucraniano</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Vietnamese</source>
            <translation>Vietnamita</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>{language} ({id})</source>
            <translation>{language} ({id})</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>A code has letters from A to Z, digits and underscores. Here is {characters}.</source>
            <translation>Un código tiene letras de la A a la Z, cifras y guiones bajos. Aquí hay {characters}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>A portal holds one binding of a handler at each placement.</source>
            <translation>Un portal guarda una sola vinculación de un controlador en cada ubicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Did you mean {code}?</source>
            <translation>¿Quería decir {code}?</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Name it by its number: {numbers}.</source>
            <translation>Indíquelo por su ID: {numbers}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Remove one of the two.</source>
            <translation>Quite uno de los dos.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>The portal has no custom type called “{title}”.</source>
            <translation>El portal no tiene ningún proceso inteligente (SPA) llamado «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>The portal has {count} custom types called “{title}”.</source>
            <translation>El portal tiene {count} procesos inteligentes (SPA) llamados «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Type it anew: {code}.</source>
            <translation>Escríbalo de nuevo: {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Type the code anew.</source>
            <translation>Escriba el código de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>{code} with the handler {handler} is wanted twice.</source>
            <translation>{code} con el controlador {handler} se pide dos veces.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_export.py" />
            <source>A layout cannot name all that stands there.</source>
            <translation>Un diseño no puede recoger todo lo que hay allí.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>1 (the version of the format)</source>
            <translation>1 (la versión del formato)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>A text has half a character in it, as an escape such as \ud83d makes it.</source>
            <translation>Un texto contiene medio carácter, como el que produce un escape como \ud83d.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>Put the text in quotation marks if it is meant: "{text}".</source>
            <translation>Ponga el texto entre comillas si es lo que quiere decir: "{text}".</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a list of placement codes</source>
            <translation>una lista de códigos de ubicación</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a list of widgets</source>
            <translation>una lista de widgets</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a map of option to text, number or true/false</source>
            <translation>un mapa de opción a texto, número o true/false</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a text, or a text for each language</source>
            <translation>un texto, o un texto por cada idioma</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a web address</source>
            <translation>una dirección web</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a whole number, 0 or more</source>
            <translation>un número entero, 0 o mayor</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a widget with its keys</source>
            <translation>un widget con sus claves</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” has no text: give it one, or remove it.</source>
            <translation>«{key}» no tiene texto: póngale uno o quítelo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” has no value: give it one, or remove it.</source>
            <translation>«{key}» no tiene valor: póngale uno o quítelo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” is missing.</source>
            <translation>Falta «{key}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” is not a key of a layout.</source>
            <translation>«{key}» no es una clave de un diseño.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” must be a text: put it in quotation marks, as in "{text}".</source>
            <translation>«{key}» debe ser un texto: póngalo entre comillas, como en "{text}".</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” must be {expected}.</source>
            <translation>«{key}» debe ser {expected}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{lost}” is a comment here and not a part of the text.</source>
            <translation>«{lost}» es aquí un comentario y no parte del texto.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>Nothing was sent. Correct the layout and try again.</source>
            <translation>No se envió nada. Corrija el diseño e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>The app lacks permissions that the layout needs.</source>
            <translation>A la aplicación le faltan permisos que el diseño necesita.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>The layout cannot be used.</source>
            <translation>No se puede usar el diseño.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>The layout {name} cannot be used.</source>
            <translation>No se puede usar el diseño {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>line {line}, column {column}: {mistake}</source>
            <translation>línea {line}, columna {column}: {mistake}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>line {line}: {mistake}</source>
            <translation>línea {line}: {mistake}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>{permission} It is needed for {placements}.</source>
            <translation>{permission} Hace falta para {placements}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>A placement's code is empty.</source>
            <translation>El código de una ubicación está vacío.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>The title has no language.</source>
            <translation>El título no tiene idioma.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>The widget has no “handler”, and neither has the file.</source>
            <translation>El widget no tiene «handler», y el archivo tampoco.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>There is a {name} in “{language}”, but no title.</source>
            <translation>En «{language}» hay «{name}», pero no título.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A backslash has a meaning between double quotation marks: put single ones around the text.</source>
            <translation>Una barra invertida tiene un significado entre comillas dobles: ponga el texto entre comillas simples.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A character that cannot be shown stands here ({code}): remove it.</source>
            <translation>Aquí hay un carácter que no se puede mostrar ({code}): quítelo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A colon and a blank after it are missing here, as in “title: Send”.</source>
            <translation>Aquí faltan dos puntos y un espacio después, como en «title: Enviar».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A comma is missing before this, or the “{bracket}” that closes what opens in line {line}.</source>
            <translation>Antes de esto falta una coma, o el «{bracket}» que cierra lo que se abre en la línea {line}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A second document begins here: remove the line “---”.</source>
            <translation>Aquí empieza un segundo documento: quite la línea «---».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A text cannot begin with “{sign}”: write it in quotation marks, as in {example}.</source>
            <translation>Un texto no puede empezar por «{sign}»: escríbalo entre comillas, como en {example}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A text with “{sign}” in it needs quotation marks: write it as {example}.</source>
            <translation>Un texto que contiene «{sign}» necesita comillas: escríbalo como {example}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>Something is missing before “{sign}”.</source>
            <translation>Falta algo antes de «{sign}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>The file ends too early: a “]” or “}” is missing.</source>
            <translation>El archivo termina demasiado pronto: falta «]» o «}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>The “{sign}” that opens here is not closed.</source>
            <translation>El «{sign}» que se abre aquí no se cierra.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>There is a tab here: indent with blanks instead.</source>
            <translation>Aquí hay una tabulación: use espacios para la sangría.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>This is not a layout file: {reason}.</source>
            <translation>Esto no es un archivo de diseño: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>This line is indented differently from those that it belongs with.</source>
            <translation>Esta línea tiene una sangría distinta de las líneas a las que pertenece.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>This line is indented with a blank that YAML does not know (U+{code}): use ordinary blanks.</source>
            <translation>La sangría de esta línea lleva un espacio que YAML no conoce (U+{code}): use espacios normales.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>What stands before this is complete: put all of it in one pair of quotation marks, or remove the rest.</source>
            <translation>Lo que hay antes de esto está completo: póngalo todo entre un solo par de comillas o quite el resto.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>“{key}” stands here twice: keep one of the two.</source>
            <translation>«{key}» está aquí dos veces: deje uno de los dos.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>A key must be a text.</source>
            <translation>Una clave debe ser un texto.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>A key must be a text. A text with brackets needs quotation marks.</source>
            <translation>Una clave debe ser un texto. Un texto con corchetes o llaves necesita comillas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>A layout file is YAML or JSON that begins with “bxdesk: 1”.</source>
            <translation>Un archivo de diseño es YAML o JSON y empieza por «bxdesk: 1».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>Check that it is the right file, or divide it into several.</source>
            <translation>Compruebe que es el archivo correcto o divídalo en varios.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>It is not a text in UTF-8.</source>
            <translation>No es un texto en UTF-8.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>Lists or maps stand in each other too deep for a layout.</source>
            <translation>Hay listas o mapas anidados a demasiada profundidad para un diseño.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>Nothing was sent. Save it as UTF-8: text editors offer that under Save as.</source>
            <translation>No se envió nada. Guárdelo como UTF-8: los editores de texto lo ofrecen en «Guardar como».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>The layout file is empty.</source>
            <translation>El archivo de diseño está vacío.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>The layout {path} cannot be read.</source>
            <translation>No se puede leer el diseño {path}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This is too long for a layout file: {limit} KB at most are read.</source>
            <translation>Esto es demasiado largo para un archivo de diseño: se leen {limit} KB como máximo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This is too much for a layout: {limit} keys and values at most are read.</source>
            <translation>Esto es demasiado para un diseño: se leen {limit} claves y valores como máximo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This number is too long. A text of digits needs quotation marks.</source>
            <translation>Este número es demasiado largo. Un texto de cifras necesita comillas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This stands in itself, so it has no end.</source>
            <translation>Esto se contiene a sí mismo, así que no tiene fin.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>“{tag}” has no meaning in a layout: remove it.</source>
            <translation>«{tag}» no tiene significado en un diseño: quítelo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>Only one of the two ends with a slash.</source>
            <translation>Solo uno de los dos termina con una barra.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>Only one of the two has a query (“?”).</source>
            <translation>Solo uno de los dos tiene una consulta («?»).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>People see the same widget twice.</source>
            <translation>Los usuarios ven el mismo widget dos veces.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>Remove the one that is not needed.</source>
            <translation>Quite el que no haga falta.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>The beginning ends inside a name.</source>
            <translation>El principio termina en medio de un nombre.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>The new addresses have one slash more or less than the old ones.</source>
            <translation>Las direcciones nuevas tienen una barra más o menos que las antiguas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>What follows becomes a part of it, or is none any more.</source>
            <translation>Lo que sigue pasa a formar parte de ella, o deja de hacerlo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>What is left of it stays behind the new one: look at the new addresses.</source>
            <translation>Lo que queda de él permanece detrás del nuevo: mire las direcciones nuevas.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>{address} and {others} are nearly the same.</source>
            <translation>{address} y {others} son casi iguales.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>Y or N</source>
            <translation>Y o N</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>a text</source>
            <translation>un texto</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>a web address, as in https://widgets.example.com/bitrix24</source>
            <translation>una dirección web, como https://widgets.example.com/bitrix24</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>a whole number</source>
            <translation>un número entero</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>one of {values}</source>
            <translation>uno de {values}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>the name of a Font Awesome 4 icon, as in fa-paper-plane, of 50 characters at most</source>
            <translation>el nombre de un icono de Font Awesome 4, como fa-paper-plane, de 50 caracteres como máximo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>whole numbers separated by commas, as in 1,2</source>
            <translation>números enteros separados por comas, como 1,2</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>It may have refused a part of it, or somebody else changed it at the same moment.</source>
            <translation>Puede que haya rechazado una parte o que otra persona lo haya cambiado en ese mismo momento.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>It was stopped half-way.</source>
            <translation>Se detuvo a medio camino.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>The portal took the change, but what stands there now is something else.</source>
            <translation>El portal aceptó el cambio, pero lo que hay ahora es otra cosa.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>What had been bound was removed again.</source>
            <translation>Se volvió a eliminar lo que se había colocado.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>What stood there before was put back.</source>
            <translation>Se restableció lo que había antes.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>App Embedding (placement)</source>
            <translation>Integración de aplicaciones (placement)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>CRM (crm)</source>
            <translation>CRM (crm)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Calendar (calendar)</source>
            <translation>Calendario (calendar)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Chat and Notifications (im)</source>
            <translation>Chat y notificaciones (im)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Contact Center (contact_center)</source>
            <translation>Contact center (contact_center)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>HR systems (humanresources.hcmlink)</source>
            <translation>Sistemas de RR. HH. (humanresources.hcmlink)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Open Channels (imopenlines)</source>
            <translation>Canales abiertos (imopenlines)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Sites (landing)</source>
            <translation>Sitios (landing)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Tasks (task)</source>
            <translation>Tareas (task)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Telephony (telephony)</source>
            <translation>Telefonía (telephony)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Users (user)</source>
            <translation>Usuarios (user)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Workgroups (sonet_group)</source>
            <translation>Grupos de trabajo (sonet_group)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>{permission}</source>
            <translation>{permission}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan.py" />
            <source>People would see “{title}” twice at {place}.</source>
            <translation>Se vería «{title}» dos veces en {place}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan.py" />
            <source>The widget at {address} has the same texts.</source>
            <translation>El widget de {address} tiene los mismos textos.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>Nothing to change</source>
            <translation>Nada que cambiar</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>Undo: {steps}</source>
            <translation>Deshacer: {steps}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, finished later</source>
            <translation>interrumpido, terminado más tarde</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, left as it stood</source>
            <translation>interrumpido, dejado como estaba</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, or still under way</source>
            <translation>interrumpido o todavía en curso</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, put back</source>
            <translation>interrumpido, restaurado</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>taken back</source>
            <translation>deshecho</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} bound</source>
            <translation>{n} vinculados</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} done</source>
            <translation>{n} con éxito</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} moved</source>
            <translation>{n} movidos</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} not carried out</source>
            <translation>{n} sin realizar</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} put back</source>
            <translation>{n} restablecidos</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} replaced</source>
            <translation>{n} reemplazados</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} to move</source>
            <translation>{n} por mover</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} to replace</source>
            <translation>{n} por reemplazar</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} unbound</source>
            <translation>{n} quitados</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A portal drops options that a placement does not have.</source>
            <translation>Un portal descarta las opciones que un lugar no tiene.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A portal refuses a widget with a value that it does not have.</source>
            <translation>Un portal rechaza un widget con un valor que no tiene.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A portal wants a title in every language that is named.</source>
            <translation>Un portal requiere un título en cada idioma indicado.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A user can be named only at {placement}.</source>
            <translation>Solo se puede indicar un usuario en {placement}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Delete it and enter it once more.</source>
            <translation>Bórrelo y vuelva a introducirlo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Enter it, or take the language away.</source>
            <translation>Introdúzcalo o quite el idioma.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Enter the text that people will see.</source>
            <translation>Introduzca el texto que verán los usuarios.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>It must be {expected}.</source>
            <translation>Debe ser {expected}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>No portal is known to speak “{language}”.</source>
            <translation>No se conoce ningún portal que hable «{language}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Nobody sees texts in a language that the portal does not have.</source>
            <translation>Nadie ve textos en un idioma que el portal no tiene.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Portals call it “{language}”.</source>
            <translation>Los portales lo llaman «{language}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Shorten it.</source>
            <translation>Acórtelo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The known ones are {names}.</source>
            <translation>Los conocidos son {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The option “{key}” is not known here.</source>
            <translation>La opción «{key}» no se conoce aquí.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The option “{key}” is written “{right}”.</source>
            <translation>La opción «{key}» se escribe «{right}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The title in {language} is “0”, which a portal takes for none.</source>
            <translation>El título en {language} es «0», que un portal toma por ninguno.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The title is “0”, which a portal takes for none.</source>
            <translation>El título es «0», que un portal toma por ninguno.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The widget has no title.</source>
            <translation>El widget no tiene título.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} has half a character in it.</source>
            <translation>El campo «{name}» contiene medio carácter.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} in {language} has half a character in it.</source>
            <translation>El campo «{name}» ({language}) contiene medio carácter.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} in {language} is too long.</source>
            <translation>El campo «{name}» ({language}) es demasiado largo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} is too long.</source>
            <translation>El campo «{name}» es demasiado largo.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>{code} needs the option “{option}” ({key}).</source>
            <translation>{code} necesita la opción «{option}» ({key}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“ALL” includes everything else.</source>
            <translation>«ALL» incluye todo lo demás.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{language}” is not a language; it has two small letters, as in “en”.</source>
            <translation>«{language}» no es un idioma; tiene dos letras minúsculas, como «en».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{part}” has no effect in the option “{key}”.</source>
            <translation>«{part}» no tiene efecto en la opción «{key}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{value}” does not fit the option “{option}” ({key}).</source>
            <translation>«{value}» no encaja en la opción «{option}» ({key}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{value}” is not known for the option “{key}”.</source>
            <translation>«{value}» no se conoce para la opción «{key}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>Its removal cannot be taken back: {placement}.</source>
            <translation>Su eliminación no se puede deshacer: {placement}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>description</source>
            <translation>descripción</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>group</source>
            <translation>grupo</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>title</source>
            <translation>título</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>Somebody else bound it: “{title}”.</source>
            <translation>Otra persona lo vinculó: «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>Somebody else changed it. {changes}</source>
            <translation>Otra persona lo cambió. {changes}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>Somebody else removed it.</source>
            <translation>Otra persona lo quitó.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>What stands at {placement} is no longer what the plan was made from.</source>
            <translation>Lo que hay en {placement} ya no es lo que había cuando se hizo el plan.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Leave it out: this portal does not store it here.</source>
            <translation>Quítelo: este portal no lo guarda aquí.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Leave out &amp;, &lt;, &gt; and quotation marks: this portal stores codes in their place.</source>
            <translation>Quite &amp;, &lt;, &gt; y las comillas: este portal guarda códigos en su lugar.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Leave out {signs}: this portal cannot store such characters.</source>
            <translation>Quite {signs}: este portal no puede guardar esos caracteres.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Sent → stored: {changes}.</source>
            <translation>Enviado → guardado: {changes}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Shorten it: this portal stores {count} characters.</source>
            <translation>Acórtelo: este portal guarda {count} caracteres.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>The portal stored something else than was sent to {placement}.</source>
            <translation>El portal guardó algo distinto de lo que se envió a {placement}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>What stood there before was put back, but not as it was: {changes}.</source>
            <translation>Lo que había antes se restableció, pero no como era: {changes}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Write it as the portal stores it.</source>
            <translation>Escríbalo como lo guarda el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Write it in the letters that the portal stores.</source>
            <translation>Escríbalo con las letras que guarda el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Enter it as in the browser's address bar: acme.bitrix24.com.</source>
            <translation>Introdúzcala como en la barra de direcciones del navegador: acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Sign in again, with https:// before the portal's name.</source>
            <translation>Inicie sesión de nuevo, con https:// delante del nombre del portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>There is no portal address.</source>
            <translation>No hay dirección del portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Write the address with https://, or without anything before the name.</source>
            <translation>Escriba la dirección con https://, o sin nada delante del nombre.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>bxdesk talks to portals over https only.</source>
            <translation>bxdesk se comunica con los portales solo por https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>“{given}” is not a web address.</source>
            <translation>«{given}» no es una dirección web.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>“{given}” is not the address of a portal.</source>
            <translation>«{given}» no es la dirección de un portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/authorization_server.py" />
            <source>The client secret was not sent there.</source>
            <translation>No se le envió el secreto de cliente.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/authorization_server.py" />
            <source>The portal names an authorization server that bxdesk does not know: {server}.</source>
            <translation>El portal indica un servidor de autorización que bxdesk no conoce: {server}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Copy its .crt file to /usr/local/share/ca-certificates and run sudo update-ca-certificates (Fedora: /etc/pki/ca-trust/source/anchors and sudo update-ca-trust).</source>
            <translation>Copie su archivo .crt en /usr/local/share/ca-certificates y ejecute sudo update-ca-certificates (Fedora: /etc/pki/ca-trust/source/anchors y sudo update-ca-trust).</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Give the server a certificate of a known authority (Let's Encrypt is free). {trust}</source>
            <translation>Dé al servidor un certificado de una autoridad conocida (Let's Encrypt es gratuito). {trust}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>If it is your company's own (or that of a program that looks into connections): {trust}</source>
            <translation>Si es la de su empresa (o la de un programa que mira dentro de las conexiones): {trust}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It is for {names}, not for {host}.</source>
            <translation>Es para {names}, no para {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It is self-signed: nobody but the server itself vouches for it.</source>
            <translation>Está autofirmado: nadie más que el propio servidor responde por él.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It may have expired, be another host's, or come from an authority that is not known here.</source>
            <translation>Puede haber caducado, ser de otro host o venir de una autoridad que aquí no se conoce.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It was issued by “{issuer}”, of whom the server shows no certificate: the chain is incomplete.</source>
            <translation>Lo emitió «{issuer}», de quien el servidor no muestra certificado: la cadena está incompleta.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Let an administrator open its .crt file and choose Install Certificate, Local Machine, Trusted Root Certification Authorities.</source>
            <translation>Que un administrador abra su archivo .crt y elija Instalar certificado, Equipo local, Entidades de certificación raíz de confianza.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Open https://{host} in a browser: it names the reason.</source>
            <translation>Abra https://{host} en un navegador: dice el motivo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Open its .crt file with Keychain Access, add it to the keychain “System”, and set it to Always Trust.</source>
            <translation>Abra su archivo .crt con Acceso a Llaveros, añádalo al llavero «Sistema» y póngalo en Confiar siempre.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Set this computer's clock.</source>
            <translation>Ponga en hora el reloj de este equipo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>The certificate of {host} is not trusted by this system.</source>
            <translation>Este sistema no confía en el certificado de {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>This system does not know the authority “{issuer}” that vouches for it.</source>
            <translation>Este sistema no conoce la autoridad «{issuer}» que responde por él.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Use the address that it is for, or give the server a certificate for this one.</source>
            <translation>Use la dirección para la que es, o dé al servidor un certificado para esta.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Whoever looks after the server must put the authority's certificates into its file (“full chain”). If “{issuer}” is your company's own authority: {trust}</source>
            <translation>Quien cuide del servidor debe poner los certificados de la autoridad en su archivo («full chain»). Si «{issuer}» es la autoridad propia de su empresa: {trust}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Whoever looks after the server must renew it. If the date looks right, set this computer's clock.</source>
            <translation>Quien cuide del servidor debe renovarlo. Si la fecha parece correcta, ponga en hora el reloj de este equipo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>“{subject}” expired on {date}.</source>
            <translation>«{subject}» caducó el {date}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>“{subject}” is good from {date} only.</source>
            <translation>«{subject}» vale solo desde el {date}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Add a local application to the portal and sign in with its keys.</source>
            <translation>Agregue una aplicación local al portal e inicie sesión con sus claves.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Add the app to the portal again, then sign in with its new keys.</source>
            <translation>Agregue de nuevo la aplicación al portal y luego inicie sesión con sus nuevas claves.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask an administrator to give you access to the app.</source>
            <translation>Pida a un administrador que le dé acceso a la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask the portal's owner to change the plan, or to activate a trial of the market.</source>
            <translation>Pida al propietario del portal que cambie de plan o que active una prueba del Market.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask the portal's support to lift the block.</source>
            <translation>Pida al soporte del portal que levante el bloqueo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Bind it for everybody.</source>
            <translation>Vincúlela para todos.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address and your network, then try again.</source>
            <translation>Compruebe la dirección y su red, y luego inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address: it may belong to something else.</source>
            <translation>Compruebe la dirección: quizá pertenezca a otra cosa.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address; if it is right, try again in a moment.</source>
            <translation>Compruebe la dirección; si es correcta, inténtelo de nuevo en un momento.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the code and the permissions in the app's card.</source>
            <translation>Compruebe el código y los permisos en la ficha de la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Copy both again from the app's card on this portal: another portal's keys do not fit.</source>
            <translation>Copie de nuevo ambos de la ficha de la aplicación en este portal: las claves de otro portal no sirven.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Copy both again from the app's card on this portal: another portal's keys do not fit. If they are right, open the app in the portal or press “Reinstall” on its card, then sign in again.</source>
            <translation>Cópielos de nuevo de la ficha de la aplicación en este portal: las claves de otro portal no sirven. Si son correctas, abra la aplicación en el portal o pulse «Reinstall» en su ficha, y vuelva a iniciar sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Correct what it names, then apply again.</source>
            <translation>Corrija lo que indica y aplique de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Enter them with its address in bxdesk: http://USER:PASSWORD@proxy.example.com:3128.</source>
            <translation>Escríbalos con su dirección en bxdesk: http://USER:PASSWORD@proxy.example.com:3128.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>It may stand behind a proxy of yours: this one must tell it that the request came over https.</source>
            <translation>Puede que esté detrás de un proxy suyo: este debe indicarle que la solicitud llegó por https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>It points to {location}.</source>
            <translation>Remite a {location}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Name it in the options.</source>
            <translation>Indíquela en las opciones.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Open the app in the portal or press “Reinstall” on its card, then sign in again.</source>
            <translation>Abra la aplicación en el portal o pulse «Reinstall» en su ficha, y vuelva a iniciar sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Remove one that stands there first.</source>
            <translation>Elimine primero uno de los que hay.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Renew it on the portal, then try again.</source>
            <translation>Renueve la suscripción en el portal e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign in as an administrator of the portal, or ask one to do this.</source>
            <translation>Inicie sesión como administrador del portal o pida a uno que lo haga.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Start the proxy, or change it where it was set. bxdesk can also go without one.</source>
            <translation>Ponga en marcha el proxy, o cámbielo donde se puso. bxdesk también puede prescindir de él.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The address may belong to something else, or a proxy or the portal failed on the way.</source>
            <translation>Puede que la dirección sea de otro sitio, o que un proxy o el portal haya fallado por el camino.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The answer was broken off before it was read.</source>
            <translation>La respuesta se cortó antes de leerla.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app asks for more than its card on the portal grants.</source>
            <translation>La aplicación pide más de lo que concede su ficha en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is closed to you.</source>
            <translation>Usted no tiene acceso a la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is no longer on the portal.</source>
            <translation>La aplicación ya no está en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is not installed on the portal.</source>
            <translation>La aplicación no está instalada en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app lacks a permission for this.</source>
            <translation>A la aplicación le falta un permiso para esto.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The authorization server did not understand the request.</source>
            <translation>El servidor de autorización no entendió la solicitud.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The client ID or the client secret is wrong, or the app is not installed on the portal.</source>
            <translation>El ID o el secreto de cliente es incorrecto, o la aplicación no está instalada en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The client ID or the client secret is wrong.</source>
            <translation>El ID de cliente o el secreto de cliente es incorrecto.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The fault is in the portal's network, not here. Whoever looks after its server must let it reach oauth.bitrix24.tech and oauth.bitrix.info over https.</source>
            <translation>El fallo está en la red del portal, no aquí. Quien cuide de su servidor debe dejarlo llegar a oauth.bitrix24.tech y oauth.bitrix.info por https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The paid period of the app or the portal has ended.</source>
            <translation>El período de pago de la aplicación o del portal ha finalizado.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal allows no more of this for some minutes.</source>
            <translation>El portal no permite más operaciones de este tipo durante unos minutos.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal cannot reach its authorization server.</source>
            <translation>El portal no llega a su servidor de autorización.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal does not allow this.</source>
            <translation>El portal no permite esto.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal does not offer this placement to the app.</source>
            <translation>El portal no ofrece esta ubicación a la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal failed inside.</source>
            <translation>Se produjo un error interno en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal found no valid sign-in in the request.</source>
            <translation>El portal no encontró ningún inicio de sesión válido en la solicitud.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is asked too often.</source>
            <translation>Se envían solicitudes al portal con demasiada frecuencia.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is blocked because of overload.</source>
            <translation>El portal está bloqueado por sobrecarga.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is closed or no longer exists.</source>
            <translation>El portal está cerrado o ya no existe.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is too old for this.</source>
            <translation>El portal es demasiado antiguo para esto.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal no longer accepts this session.</source>
            <translation>El portal ya no acepta esta sesión.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refused: {reason}</source>
            <translation>El portal lo rechazó: {reason}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses a part of the widget.</source>
            <translation>El portal rechaza una parte del widget.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses the page address.</source>
            <translation>El portal rechaza la dirección de la página.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses the protocol of the page address.</source>
            <translation>El portal rechaza el protocolo de la dirección de la página.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal takes no more than {count} of this app's widgets at this placement.</source>
            <translation>El portal no acepta más de {count} widgets de esta aplicación en este lugar.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal takes no more widgets of this app at this placement.</source>
            <translation>El portal no acepta más widgets de esta aplicación en este lugar.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal wants to be called over https.</source>
            <translation>El portal exige que se lo llame por https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal's code for this is {code}.</source>
            <translation>El código del portal para esto es {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal's plan does not include REST.</source>
            <translation>El plan del portal no incluye REST.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The proxy {proxy} asks for a user and password.</source>
            <translation>El proxy {proxy} pide usuario y contraseña.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The proxy {proxy} did not let the request through: {answer}.</source>
            <translation>El proxy {proxy} no dejó pasar la solicitud: {answer}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The proxy {proxy} does not answer.</source>
            <translation>El proxy {proxy} no responde.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The session has ended.</source>
            <translation>La sesión ha finalizado.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The session's key has run out.</source>
            <translation>La clave de la sesión ha caducado.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This needs an application, not a webhook.</source>
            <translation>Esto requiere una aplicación, no un webhook.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement cannot be bound for a single user.</source>
            <translation>Esta ubicación no se puede vincular para un solo usuario.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement needs the option “errorHandlerUrl”.</source>
            <translation>Esta ubicación necesita la opción «errorHandlerUrl».</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement needs the option “iconName”.</source>
            <translation>Esta ubicación necesita la opción «iconName».</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This portal wants the page on the app's own host.</source>
            <translation>Este portal exige que la página esté en el host de la propia aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try again in a moment.</source>
            <translation>Inténtelo de nuevo en un momento.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try again in ten minutes.</source>
            <translation>Inténtelo de nuevo en diez minutos.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try to sign in again.</source>
            <translation>Intente iniciar sesión de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Update the portal.</source>
            <translation>Actualice el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an address on the host that stands in the app's card.</source>
            <translation>Use una dirección del host que figura en la ficha de la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an https address with a full host name.</source>
            <translation>Use una dirección https con un nombre de host completo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>bxdesk has waited and asked again. Everything on this network that calls the portal shares its limit: try again in a few minutes, or stop other programs that call it meanwhile.</source>
            <translation>bxdesk esperó y preguntó de nuevo. Todo lo que en esta red llama al portal comparte su límite: inténtelo dentro de unos minutos, o detenga entretanto los otros programas que lo llaman.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} answers under another address now.</source>
            <translation>{host} responde ahora en otra dirección.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} does not answer.</source>
            <translation>{host} no responde.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} gave an answer that is not a portal's.</source>
            <translation>{host} dio una respuesta que no es de un portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} is reached through it. {source}</source>
            <translation>A {host} se llega a través de él. {source}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} sends more than any portal does.</source>
            <translation>{host} envía más que cualquier portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{reason}.</source>
            <translation>{reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>It does not speak https there, or not as it is spoken today</source>
            <translation>Allí no habla https, o no como se habla hoy</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>No connection could be made</source>
            <translation>No se pudo establecer la conexión</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>The connection broke off</source>
            <translation>Se interrumpió la conexión</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/limits.py" />
            <source>Waiting: {host} takes only so many requests a second…</source>
            <translation>Esperando: {host} limita el número de solicitudes por segundo…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>A code works once, and for 30 seconds.</source>
            <translation>Un código sirve una sola vez y durante 30 segundos.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>The sign-in code is no longer good.</source>
            <translation>El código de inicio de sesión ya no es válido.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>A firewall or the web server in front of the portal refuses the request.</source>
            <translation>Un cortafuegos o el servidor web delante del portal rechaza la solicitud.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Ask whoever looks after it to let calls to the addresses under /rest/ through.</source>
            <translation>Pida a quien lo cuide que deje pasar las llamadas a las direcciones bajo /rest/.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Check the address. On a server of your own, REST may be switched off, or /rest/ leads nowhere.</source>
            <translation>Compruebe la dirección. En un servidor propio puede que REST esté desactivado, o que /rest/ no lleve a ninguna parte.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>It answered {method} with HTTP {status}.</source>
            <translation>Respondió a {method} con HTTP {status}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>It answered {method} with HTTP {status}: “{words}”.</source>
            <translation>Respondió a {method} con HTTP {status}: «{words}».</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>It sends callers on to another page, as a sign-in page in front of a portal does.</source>
            <translation>Envía a quien llama a otra página, como hace una página de inicio de sesión delante de un portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server failed inside. Its own log says why.</source>
            <translation>El servidor falló internamente. Su propio registro dice por qué.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server is asked too often.</source>
            <translation>Se pregunta al servidor con demasiada frecuencia.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server is out of service for the moment.</source>
            <translation>El servidor está fuera de servicio por el momento.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server's own PHP reports errors in place of an answer. Its log has them too.</source>
            <translation>El propio PHP del servidor informa de errores en lugar de responder. También están en su registro.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server in front of the portal got no answer from it.</source>
            <translation>El servidor web que está delante del portal no obtuvo respuesta de él.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server itself asks for a user and password, before the portal does.</source>
            <translation>El propio servidor web pide usuario y contraseña, antes que el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server refuses calls of this kind (POST).</source>
            <translation>El servidor web rechaza llamadas de esta clase (POST).</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server takes no calls of this size.</source>
            <translation>El servidor web no acepta llamadas de este tamaño.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Try again in a moment. If it stays so, tell whoever looks after the server.</source>
            <translation>Inténtelo de nuevo enseguida. Si sigue así, avise a quien cuide del servidor.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Try again in {minutes} minutes.</source>
            <translation>Inténtelo de nuevo dentro de {minutes} minutos.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Wait a moment and try again.</source>
            <translation>Espere un momento e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must allow them for the addresses under /rest/.</source>
            <translation>Quien cuide del servidor debe permitirlas para las direcciones bajo /rest/.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must let the addresses under /rest/ and /oauth/ through without.</source>
            <translation>Quien cuide del servidor debe dejar pasar sin ello las direcciones bajo /rest/ y /oauth/.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must let the addresses under /rest/ through.</source>
            <translation>Quien cuide del servidor debe dejar pasar las direcciones bajo /rest/.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must raise its limit; or leave pictures and long texts out.</source>
            <translation>Quien cuide del servidor debe subir su límite; o quite imágenes y textos largos.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>{host} gave an answer that is not an authorization server's.</source>
            <translation>{host} dio una respuesta que no es de un servidor de autorización.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>{meaning} {answered}</source>
            <translation>{meaning} {answered}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/probe.py" />
            <source>Check the address; write it with https:// or http:// before the name.</source>
            <translation>Compruebe la dirección; escríbala con https:// o http:// delante del nombre.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/probe.py" />
            <source>The portal answers at {address}: http:// was missing.</source>
            <translation>El portal responde en {address}: faltaba http://.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/probe.py" />
            <source>{reason} Both https and http were tried.</source>
            <translation>{reason} Se probaron https y http.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>Enter it as in http://proxy.example.com:3128, or choose to go without one. If it asks for a user and password: http://USER:PASSWORD@proxy.example.com:3128, with %40 for @ and %2F for /.</source>
            <translation>Introdúzcala como en http://proxy.example.com:3128, o elija no usar ninguno. Si pide usuario y contraseña: http://USUARIO:CONTRASEÑA@proxy.example.com:3128, con %40 en lugar de @ y %2F en lugar de /.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>It was set in bxdesk itself.</source>
            <translation>Se puso en bxdesk mismo.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>It was set in the environment variable {name}.</source>
            <translation>Se puso en la variable de entorno {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>It was set in the system's own network settings.</source>
            <translation>Se puso en los ajustes de red del sistema.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>{source} Only http and https proxies are possible.</source>
            <translation>{source} Solo son posibles proxies http y https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>“{proxy}” is not a proxy that bxdesk can use.</source>
            <translation>«{proxy}» no es un proxy que bxdesk pueda usar.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting for {host} to answer…</source>
            <translation>Esperando a que responda {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting: {host} gave a part of the answer only…</source>
            <translation>Esperando: {host} solo dio una parte de la respuesta…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/retries.py" />
            <source>No usable answer from {host}; asking again…</source>
            <translation>{host} no dio una respuesta utilizable; consultando de nuevo…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/retries.py" />
            <source>Waiting {seconds} s: {host} allows no more for now…</source>
            <translation>Esperando {seconds} s: {host} no permite más por ahora…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>A portal shows no widget of an app before its installation is complete, and says so nowhere.</source>
            <translation>Un portal no muestra ningún widget de una aplicación hasta que se completa su instalación, y no lo indica en ninguna parte.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>Only administrators may see custom types, and see and change an app's widgets.</source>
            <translation>Solo los administradores pueden ver los procesos inteligentes (SPA), y ver y cambiar los widgets de una aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>Renew it on the portal.</source>
            <translation>Renueve la suscripción en el portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>Sign in as an administrator, or ask one to do this.</source>
            <translation>Inicie sesión como administrador o pida a uno que lo haga.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The app's paid period has ended.</source>
            <translation>El período de pago de la aplicación ha finalizado.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The application is not fully installed: widgets stay hidden.</source>
            <translation>La aplicación no está instalada por completo: los widgets permanecen ocultos.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The portal does not show its custom types.</source>
            <translation>El portal no muestra sus procesos inteligentes (SPA).</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The portal does not show the app's widgets.</source>
            <translation>El portal no muestra los widgets de la aplicación.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>{name} is not an administrator of the portal.</source>
            <translation>{name} no es administrador del portal.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>Check that the folder can be written and that the disk has room.</source>
            <translation>Compruebe que se pueda escribir en la carpeta y que haya espacio en el disco.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>Mend the file or move it away; bxdesk does not overwrite it.</source>
            <translation>Corrija el archivo o muévalo a otro lugar; bxdesk no lo sobrescribe.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>{name} cannot be read: {path}</source>
            <translation>{name}: no se puede leer el archivo {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>{name} could not be saved: {path}</source>
            <translation>{name}: no se pudo guardar el archivo {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>Nothing has changed on the portal. Tick and type again what you had not applied yet.</source>
            <translation>En el portal no ha cambiado nada. Vuelva a marcar y a escribir lo que aún no había aplicado.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>The file is damaged. It was put aside: {path}</source>
            <translation>El archivo está dañado y se ha apartado: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>This one leaves it as it is: {path}</source>
            <translation>Esta versión lo deja como está: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>Use the newer bxdesk to go on with it.</source>
            <translation>Use la versión más reciente de bxdesk para continuar.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What was ticked and typed</source>
            <translation>Marcas y textos</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What was ticked and typed here last time cannot be read.</source>
            <translation>No se puede leer lo que se marcó y escribió aquí la última vez.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What was ticked and typed here last time was kept by a newer bxdesk.</source>
            <translation>Lo que se marcó y escribió aquí la última vez lo guardó una versión más reciente de bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What you tick and type is not kept when bxdesk is closed.</source>
            <translation>Lo que marque y escriba no se conservará al cerrar bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/portal_looks.py" />
            <source>What was read of the portals</source>
            <translation>Lo que se leyó de los portales</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/settings.py" />
            <source>The settings</source>
            <translation>Configuración</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>Name another file, or make room on the disk.</source>
            <translation>Indique otro archivo, o haga sitio en el disco.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>Nothing was sent.</source>
            <translation>No se envió nada.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>The layout cannot be written to {path}.</source>
            <translation>No se puede escribir el diseño en {path}.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>There is no such folder.</source>
            <translation>No existe esa carpeta.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>There is something else than a file.</source>
            <translation>Allí hay algo que no es un archivo.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/window_state.py" />
            <source>How the window is arranged</source>
            <translation>Disposición de la ventana</translation>
        </message>
    </context>
</TS>
