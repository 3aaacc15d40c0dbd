<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
    <context>
        <name>bxdesk</name>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>A sign-in is running already.</source>
            <translation>Вход уже выполняется.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>Copy the secret from the app's card on the portal.</source>
            <translation>Скопируйте ключ приложения (client_secret) из карточки приложения на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>Finish it in the browser, or cancel it first.</source>
            <translation>Завершите вход в браузере или сначала отмените его.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>Somebody signed out meanwhile.</source>
            <translation>Тем временем кто-то вышел.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>The client secret for {portal} is no longer kept.</source>
            <translation>Ключ приложения для {portal} больше не хранится.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>The keyring holds no key for it that bxdesk has written.</source>
            <translation>В хранилище нет для него ключа, записанного bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/accounts.py" />
            <source>{portal} is no longer connected.</source>
            <translation>{portal} больше не подключён.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>Already signed in</source>
            <translation>Вход уже выполнен</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>Not understood</source>
            <translation>Запрос не распознан</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>Nothing here</source>
            <translation>Здесь ничего нет</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>This answer was used already. Close this tab.</source>
            <translation>Этот ответ уже использован. Закройте эту вкладку.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>This is not a request bxdesk answers.</source>
            <translation>На такой запрос bxdesk не отвечает.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>You are signed in</source>
            <translation>Вход выполнен</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>bxdesk is connected, and the installation of the application is being completed.</source>
            <translation>bxdesk подключён, и установка приложения сейчас завершается.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>bxdesk is connected. You may close this tab.</source>
            <translation>bxdesk подключён. Эту вкладку можно закрыть.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>bxdesk waits for a sign-in at another address.</source>
            <translation>bxdesk ждёт ответа на вход по другому адресу.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/attempt.py" />
            <source>{explanation} {hint}</source>
            <translation>{explanation} {hint}</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/connections.py" />
            <source>The list of connections</source>
            <translation>Список подключений</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Another portal answered: {portal}.</source>
            <translation>Ответил другой портал: {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Another portal answers at {portal} now.</source>
            <translation>По адресу {portal} теперь отвечает другой портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Check the address, and sign in with the one that the portal really has.</source>
            <translation>Проверьте адрес и войдите по настоящему адресу портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>If it was set up anew or restored from a copy, forget the connection, then connect it anew.</source>
            <translation>Если он установлен заново или восстановлен из копии, забудьте подключение и подключите его снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Its answer has no member_id.</source>
            <translation>В его ответе нет member_id.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Its identity (member_id) is {found}, and not {wanted}.</source>
            <translation>Его идентификатор (member_id) — {found}, а не {wanted}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>Sign in again. If this is said again, tell the portal's support.</source>
            <translation>Войдите ещё раз. Если это повторится, сообщите в поддержку портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>The portal does not take the key that it has just given.</source>
            <translation>Портал не принимает ключ, который только что выдал.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>You asked for {portal}.</source>
            <translation>Вы входили на {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/exchange.py" />
            <source>{portal} does not say which portal it is.</source>
            <translation>{portal} не говорит, что это за портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Application ID (client_id)</source>
            <translation>Код приложения (client_id)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Application completes the installation itself</source>
            <translation>Приложение само завершает установку</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Application key (client_secret)</source>
            <translation>Ключ приложения (client_secret)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Assign permissions</source>
            <translation>Настройка прав</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>CRM: timelines, cards, lists</source>
            <translation>CRM: таймлайны, карточки, списки</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Calendar</source>
            <translation>Календарь</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Chat</source>
            <translation>Чат и уведомления</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Choose it, not “Static”.</source>
            <translation>Выберите его, а не «Статичное».</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Contact Center</source>
            <translation>Контакт-центр</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Enter this address:</source>
            <translation>Введите этот адрес:</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Initial installation path</source>
            <translation>Путь для первоначальной установки</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Leave it empty, in every language.</source>
            <translation>Оставьте пустым на всех языках.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Leave it empty.</source>
            <translation>Оставьте пустым.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Leave it off.</source>
            <translation>Оставьте выключенным.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Menu item text</source>
            <translation>Текст пункта меню</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Script only (no user interface)</source>
            <translation>Только скрипт (без интерфейса)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Server</source>
            <translation>Серверное</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Tasks</source>
            <translation>Задачи</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Telephony</source>
            <translation>Телефония</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>The portal has REST access: by its plan, by a Market subscription, or by a trial.</source>
            <translation>У портала есть доступ к REST: по тарифу, по подписке на Маркет или на пробный период.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>This is a webhook's address. Only the portal's name is taken from it: a webhook cannot place widgets, a local application can. The rest of the address is a secret, like a password.</source>
            <translation>Это адрес вебхука. Из него взято только имя портала: вебхук не может встраивать виджеты, а локальное приложение может. Остальная часть адреса секретна, как пароль.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Tick it. Some portals call it “Application uses API only”.</source>
            <translation>Отметьте. На некоторых порталах это «Использует только API».</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>User profiles</source>
            <translation>Профили пользователей</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Workgroups</source>
            <translation>Рабочие группы</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>You may create applications there. Administrators may; to others an administrator grants it under Settings &gt; Security &gt; Bitrix24 integrations. Where “Local application” is missing from the page, you may not.</source>
            <translation>Вы можете создавать там приложения. Администраторам это можно; другим это разрешает администратор в «Настройки &gt; Безопасность &gt; Интеграции Битрикс24». Если на странице нет «Локальное приложение», вам нельзя.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/guide.py" />
            <source>Your handler path</source>
            <translation>Путь вашего обработчика</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/portal_session.py" />
            <source>It says {named} instead of {kept}. No key was sent there.</source>
            <translation>Там стоит {named} вместо {kept}. Ключ туда не отправлялся.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/portal_session.py" />
            <source>The list of connections names another address than the one you signed in at.</source>
            <translation>В списке подключений указан не тот адрес, по которому вы входили.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/portal_session.py" />
            <source>You are not signed in to {portal}.</source>
            <translation>Вход на портал {portal} не выполнен.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/redirect.py" />
            <source>“{address}” is no address for “Your handler path”.</source>
            <translation>«{address}» не годится для поля «Путь вашего обработчика».</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>An answer came that belongs to another sign-in.</source>
            <translation>Пришёл ответ, который относится к другому входу.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Copy the whole POST request, with AUTH_ID and REFRESH_ID.</source>
            <translation>Скопируйте POST-запрос целиком, с AUTH_ID и REFRESH_ID.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Copy the whole address from the browser's address bar after you pressed Allow.</source>
            <translation>После нажатия «Разрешить» скопируйте весь адрес из адресной строки браузера.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Open the sign-in page again and press Allow.</source>
            <translation>Откройте страницу входа ещё раз и нажмите «Разрешить».</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Open the sign-in page again.</source>
            <translation>Откройте страницу входа ещё раз.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>That is neither an address with a code nor a code.</source>
            <translation>Это не адрес с кодом и не код.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>The portal did not allow the sign-in.</source>
            <translation>Портал не разрешил вход.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>The portal said: {reason}.</source>
            <translation>Ответ портала: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>There are no tokens in this call.</source>
            <translation>В этом запросе нет токенов.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>There is no code in this answer.</source>
            <translation>В этом ответе нет кода.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Use the page that was opened last, or start the sign-in again.</source>
            <translation>Используйте страницу, открытую последней, или начните вход заново.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>It is removed the next time that bxdesk uses the keyring.</source>
            <translation>Он будет удалён, когда bxdesk в следующий раз обратится к хранилищу.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>The keyring could not be reached.</source>
            <translation>Хранилище ключей недоступно.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>Waiting: another bxdesk is changing the connections…</source>
            <translation>Ожидание: другой bxdesk меняет подключения…</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/saved_connections.py" />
            <source>{portal} was removed here, but its key may still be in your keyring.</source>
            <translation>Портал {portal} удалён здесь, но его ключ может оставаться в хранилище ключей.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>A key has 44 characters, and ends in “=”.</source>
            <translation>В ключе 44 знака, и он заканчивается на «=».</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>A vault opens with the key that it was made with, and with no other.</source>
            <translation>Хранилище открывается только тем ключом, с которым оно создано, и никаким другим.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>It is of version {found}; this bxdesk reads version {known}.</source>
            <translation>Версия хранилища — {found}; эта программа читает версию {known}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>It was cut off, changed, or never written by bxdesk.</source>
            <translation>Оно оборвано, изменено или записано не bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>Name another file, or put back a copy of it. It was left as it is.</source>
            <translation>Укажите другой файл или верните его копию. Хранилище оставлено без изменений.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The key of the vault {path} was not given.</source>
            <translation>Ключ хранилища {path} не указан.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The vault {path} is damaged, or none at all.</source>
            <translation>Хранилище {path} повреждено, или это вовсе не хранилище.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The vault {path} was made with another key.</source>
            <translation>Хранилище {path} создано с другим ключом.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>The vault {path} was written by another version of bxdesk.</source>
            <translation>Хранилище {path} записано другой версией bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>Use the bxdesk that wrote it. It was left as it is.</source>
            <translation>Используйте ту версию bxdesk, которая его записала. Хранилище оставлено без изменений.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>What was given as the key of the vault {path} is none.</source>
            <translation>То, что указано как ключ хранилища {path}, — не ключ.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sealing.py" />
            <source>Without it nothing in the vault can be read.</source>
            <translation>Без него в хранилище ничего нельзя прочитать.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>A part of it is not installed.</source>
            <translation>Какая-то его часть не установлена.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It could not be opened.</source>
            <translation>Его не удалось открыть.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It does not answer.</source>
            <translation>Оно не отвечает.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It does not keep what is stored in it.</source>
            <translation>Оно не сохраняет записанные данные.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It gave no reason.</source>
            <translation>Причина не указана.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It is locked.</source>
            <translation>Оно заблокировано.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It refused to keep a key.</source>
            <translation>Оно отказалось сохранить ключ.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It refused to remove a key.</source>
            <translation>Оно отказалось удалить ключ.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Its password was asked for and not entered.</source>
            <translation>Был запрошен его пароль, и его не ввели.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Its service does not run.</source>
            <translation>Его служба не запущена.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Its service reported a fault.</source>
            <translation>Его служба сообщила о сбое.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>The connection to it broke off.</source>
            <translation>Связь с ним прервалась.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>The system does not let bxdesk use it.</source>
            <translation>Система не разрешает bxdesk им пользоваться.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>There is none in this session.</source>
            <translation>В этом сеансе его нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Waiting for your system's keyring. It may ask for a password…</source>
            <translation>Ожидание системного хранилища ключей. Оно может запросить пароль…</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>What is to be kept is too long for it.</source>
            <translation>Сохраняемые данные слишком длинны для него.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Your system's keyring cannot be used.</source>
            <translation>Системное хранилище ключей недоступно.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Another program, or another sign-in, uses it already.</source>
            <translation>Его уже использует другая программа или другая попытка входа.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Copy it from the app's card on the portal.</source>
            <translation>Скопируйте значение из карточки приложения на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>It took too long to answer</source>
            <translation>Ответ не получен вовремя</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>No answer came back from the browser.</source>
            <translation>Ответ от браузера не получен.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Port {port} of this computer cannot be used.</source>
            <translation>Порт {port} этого компьютера недоступен.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The browser's answer would not come here.</source>
            <translation>Ответ браузера не попадёт в bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The system says: {reason}.</source>
            <translation>Сообщение системы: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>There is no {name}.</source>
            <translation>Не указан {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>When a sign-in is refused, the portal says so on its own page and sends nothing back.</source>
            <translation>Если во входе отказано, портал сообщает об этом на своей странице и ничего не отправляет обратно.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>client ID</source>
            <translation>код приложения (client_id)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>client secret</source>
            <translation>ключ приложения (client_secret)</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>“Your handler path” is not on this computer: {address}</source>
            <translation>«Путь вашего обработчика» не на этом компьютере: {address}</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/transfer.py" />
            <source>Export it anew.</source>
            <translation>Выполните экспорт заново.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/transfer.py" />
            <source>There is no connection with its keys in what was given.</source>
            <translation>В том, что передано, нет подключения с его ключами.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/vault.py" />
            <source>The vault</source>
            <translation>Хранилище</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Comparing what stands on {host} with the plan…</source>
            <translation>Сравнение текущего состояния {host} с планом…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>It is not known whether the portal did this.</source>
            <translation>Неизвестно, выполнил ли это портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Putting back what stood there before…</source>
            <translation>Возврат прежнего состояния…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Reading back what stands on the portal…</source>
            <translation>Проверка состояния на портале…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Sending changes to {host}…</source>
            <translation>Отправка изменений на {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>The connection was lost before it could be read back.</source>
            <translation>Соединение прервалось, прежде чем удалось проверить результат.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Waiting {seconds} s before trying the rest again…</source>
            <translation>Пауза {seconds} с перед повтором остальных изменений…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>{first} {next}</source>
            <translation>{first} {next}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/history.py" />
            <source>Open the history again.</source>
            <translation>Откройте историю снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/history.py" />
            <source>This is no longer in the history.</source>
            <translation>Этого больше нет в истории.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>No more was sent. Make room on the disk, then apply again: what was begun is recovered first.</source>
            <translation>Больше ничего не отправлено. Освободите место на диске и примените ещё раз: сначала будет восстановлено начатое.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>Nothing was sent. Check that the folder can be written and that the disk has room.</source>
            <translation>Ничего не отправлено. Проверьте, что папка доступна для записи и на диске есть место.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>Nothing was sent. Check the folder and who may read it.</source>
            <translation>Ничего не отправлено. Проверьте папку и права на её чтение.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>The folder of what was applied cannot be read: {path}</source>
            <translation>Не удалось прочитать папку применённых изменений: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>What is being changed can no longer be written down: {path}</source>
            <translation>Больше не удаётся записывать выполняемые изменения: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>What is to be changed cannot be written down first: {path}</source>
            <translation>Не удалось заранее записать планируемые изменения: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_log.py" />
            <source>A part of this stands half-way.</source>
            <translation>Часть изменений выполнена наполовину.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_log.py" />
            <source>Apply again when the cause is cured: what stands half-way is recovered first.</source>
            <translation>Примените ещё раз, когда причина устранена: сначала будет восстановлено то, что осталось на полпути.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_log.py" />
            <source>It could be neither done nor put back. What stood there before is kept in the journal.</source>
            <translation>Её не удалось ни завершить, ни отменить. Прежнее состояние сохранено в журнале изменений.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>It has version {version}; this bxdesk reads version {known}.</source>
            <translation>Версия журнала — {version}; эта программа читает версию {known}.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>It was left as it is, and holds nothing up. Look at it, then move it away.</source>
            <translation>Он оставлен без изменений и ничему не мешает. Просмотрите его и переместите в другое место.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>It was left as it is. Use the newer bxdesk to recover or take back what it holds.</source>
            <translation>Всё оставлено как есть. Восстановите или отмените изменения более новой версией bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>Its first line is incomplete.</source>
            <translation>Его первая строка неполная.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>Its first line is not what bxdesk writes there.</source>
            <translation>Его первая строка записана не bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>Its name is not that of a journal.</source>
            <translation>Его имя не похоже на имя журнала изменений.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>The journal {path} is damaged.</source>
            <translation>Журнал изменений {path} повреждён.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal_reading.py" />
            <source>The journal {path} was written by a newer bxdesk.</source>
            <translation>Журнал изменений {path} записан более новой версией bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/portal_lock.py" />
            <source>Waiting: another bxdesk is changing {host}…</source>
            <translation>Ожидание: другой экземпляр bxdesk меняет {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>Comparing what was cut off with what stands on {host}…</source>
            <translation>Сравнение прерванных изменений с текущим состоянием {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>It could not be taken away: {reason}</source>
            <translation>Убрать это не удалось: {reason}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>Taking away what a proof has bound on {host}…</source>
            <translation>Удаление того, что проверка показом встроила на {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/recovery.py" />
            <source>What a proof has bound for a moment still stands on the portal.</source>
            <translation>То, что проверка показом встроила на время, всё ещё на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/unit_of_work.py" />
            <source>An earlier apply to {host} was cut off.</source>
            <translation>Предыдущее применение изменений на {host} было прервано.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/unit_of_work.py" />
            <source>What it left half-way must be finished or put back before anything else is changed there.</source>
            <translation>То, что осталось незавершённым, нужно завершить или вернуть, прежде чем менять там что-либо ещё.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/address_space.py" />
            <source>Chrome and Edge ask the person first, since versions 142 and 143, whether the portal may reach such an address, and show nothing until they agree; Firefox is about to do the same.</source>
            <translation>Chrome и Edge с версий 142 и 143 сначала спрашивают, можно ли порталу обращаться к такому адресу, и до согласия ничего не показывают; Firefox собирается делать так же.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Browsers show it letter by letter.</source>
            <translation>Браузеры показывают его буква за буквой.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Browsers show nothing in the frame and offer to save it, or block that.</source>
            <translation>Браузеры ничего не показывают во фрейме и предлагают сохранить его или блокируют.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Chrome and Edge do not show the page in the portal, Firefox does.</source>
            <translation>Chrome и Edge не показывают страницу на портале, Firefox показывает.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It answers the portal's call with an error: HTTP {status}.</source>
            <translation>На вызов портала она отвечает ошибкой: HTTP {status}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It answers with HTTP {status}.</source>
            <translation>Она отвечает HTTP {status}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It came within {seconds} seconds.</source>
            <translation>Она пришла за {seconds} с.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It is a page.</source>
            <translation>Это страница.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>It is a page: “{words}”.</source>
            <translation>Это страница: «{words}».</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler answer with Content-Type: text/html and without Content-Disposition.</source>
            <translation>Пусть обработчик отвечает с Content-Type: text/html и без Content-Disposition.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler answer with Content-Type: text/html.</source>
            <translation>Пусть обработчик отвечает с Content-Type: text/html.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler answer with an HTML page. An error in its script may have cut it off.</source>
            <translation>Пусть обработчик отвечает страницей HTML. Возможно, её оборвала ошибка в его скрипте.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler know people by the portal's call (member_id, AUTH_ID), without a sign-in.</source>
            <translation>Пусть обработчик узнаёт людей по вызову портала (member_id, AUTH_ID), без входа.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler's server answer POST at {address} with the page.</source>
            <translation>Пусть сервер обработчика отвечает на POST по адресу {address} страницей.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Let the handler's server send: Content-Security-Policy: frame-ancestors 'self' {portal}</source>
            <translation>Пусть сервер обработчика отправляет: Content-Security-Policy: frame-ancestors 'self' {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Look in the handler's server at what takes the time; show a page first and load the rest from it.</source>
            <translation>Посмотрите на сервере обработчика, что занимает время; покажите сначала страницу, а остальное загрузите с неё.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>Nothing forbids it.</source>
            <translation>Ничто этого не запрещает.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>People look at an empty frame meanwhile, each time they open it.</source>
            <translation>Всё это время при каждом открытии виден пустой фрейм.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>People see an empty frame.</source>
            <translation>Люди видят пустой фрейм.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>People see it instead of the widget; signing in needs cookies that many browsers refuse there.</source>
            <translation>Люди видят её вместо виджета; для входа нужны cookie, которые многие браузеры там отвергают.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is a file to download ({kind}).</source>
            <translation>Ответ — файл для скачивания ({kind}).</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is a page to sign in at: “{words}”.</source>
            <translation>Ответ — страница входа: «{words}».</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is empty.</source>
            <translation>Ответ пуст.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer is plain text ({kind}), no page.</source>
            <translation>Ответ — простой текст ({kind}), а не страница.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The answer's header says: {header}: {value}</source>
            <translation>В ответе есть заголовок: {header}: {value}</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The page can be opened, but takes no POST, which is how a portal calls it.</source>
            <translation>Страница открывается, но не принимает POST, а портал вызывает её именно так.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The page expects a mark of its own in every POST (CSRF), which a portal does not send.</source>
            <translation>Страница ждёт в каждом POST собственную метку (CSRF), которой портал не шлёт.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The page is slow: {seconds} seconds.</source>
            <translation>Страница медленная: {seconds} с.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server asks for a user and password of its own.</source>
            <translation>Сервер спрашивает собственные имя и пароль.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server failed inside.</source>
            <translation>На сервере произошёл сбой.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server forbids it. A firewall may stand in front of it, or a guard against forged requests.</source>
            <translation>Сервер это запрещает. Возможно, перед ним стоит межсетевой экран или защита от поддельных запросов.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>The server refuses the call.</source>
            <translation>Сервер отклоняет вызов.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>There is nothing at this address.</source>
            <translation>По этому адресу ничего нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{header} allows it.</source>
            <translation>{header} это разрешает.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{host} forbids the portal to show its page.</source>
            <translation>{host} запрещает порталу показывать свою страницу.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{meaning} The page says: “{words}”.</source>
            <translation>{meaning} На странице написано: «{words}».</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/answer_checks.py" />
            <source>{policy}; it overrules X-Frame-Options, which cannot name a portal.</source>
            <translation>{policy}; это важнее X-Frame-Options, где портал назвать нельзя.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>It was sent by a page of another address than the portal's.</source>
            <translation>Его отправила страница с адресом, отличным от адреса портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>PLACEMENT_OPTIONS is no JSON object.</source>
            <translation>PLACEMENT_OPTIONS — не объект JSON.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>The call is a {method}, not a {other}.</source>
            <translation>Вызов — {method}, а не {other}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>member_id is not that of the portal that is signed in to.</source>
            <translation>member_id — не того портала, на который выполнен вход.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} is missing.</source>
            <translation>Нет поля {field}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} is not known ({place}).</source>
            <translation>Поле {field} неизвестно ({place}).</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} looks otherwise.</source>
            <translation>Поле {field} выглядит иначе.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/arrival.py" />
            <source>{field} travels elsewhere: {place}.</source>
            <translation>Поле {field} передаётся в другом месте: {place}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Browsers cannot open a page whose host has no address.</source>
            <translation>Браузеры не могут открыть страницу, у узла которой нет адреса.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Check this computer's network, then try again.</source>
            <translation>Проверьте сеть этого компьютера и попробуйте снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Correct the address, or enter the name at the domain's provider.</source>
            <translation>Исправьте адрес или внесите имя у регистратора домена.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Look at the log of the handler's server.</source>
            <translation>Посмотрите журнал сервера обработчика.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Look at the log of the handler's server: the call may have arrived, and hang there.</source>
            <translation>Посмотрите журнал сервера обработчика: возможно, вызов дошёл и завис там.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>Nobody waits that long for a widget.</source>
            <translation>Столько виджета никто не ждёт.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>The name server did not answer.</source>
            <translation>Сервер имён не ответил.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>There is no host called {host}.</source>
            <translation>Узла с именем {host} нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>{host} could not be looked up.</source>
            <translation>Не удалось узнать адрес {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>{host} did not answer within {seconds} seconds.</source>
            <translation>{host} не ответил за {seconds} с.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/calling.py" />
            <source>{host} takes the call, but gives no answer that a browser could read.</source>
            <translation>{host} принимает вызов, но не даёт ответа, который мог бы прочесть браузер.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Are both texts of a notice filled?</source>
            <translation>Заполнены ли оба текста уведомления?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Are the places switched on in their custom types?</source>
            <translation>Включены ли места в своих смарт-процессах?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Can people's browsers reach the address from the portal?</source>
            <translation>Доберутся ли браузеры людей с портала до этого адреса?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Can the host be connected to?</source>
            <translation>Можно ли соединиться с узлом?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Do browsers trust the host's certificate?</source>
            <translation>Доверяют ли браузеры сертификату узла?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Do the page's cookies work in a frame?</source>
            <translation>Работают ли cookie страницы во фрейме?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does every widget stand there once?</source>
            <translation>Стоит ли каждый виджет один раз?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does everything stand that was applied?</source>
            <translation>На месте ли всё, что было применено?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the app have the permissions that its widgets need?</source>
            <translation>Есть ли у приложения права, нужные его виджетам?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the call arrive where it is answered?</source>
            <translation>Доходит ли вызов туда, где на него отвечают?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the page answer fast enough?</source>
            <translation>Достаточно ли быстро отвечает страница?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the page answer the portal's call?</source>
            <translation>Отвечает ли страница на вызов портала?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Does the portal offer the places?</source>
            <translation>Предлагает ли портал эти места?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Has the app one tile in the Contact Center?</source>
            <translation>Одна ли плитка у приложения в Контакт-центре?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is an administrator signed in?</source>
            <translation>Вошёл ли администратор?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the answer a page that can be shown?</source>
            <translation>Можно ли показать ответ как страницу?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the app paid for?</source>
            <translation>Оплачено ли приложение?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the app's installation complete?</source>
            <translation>Завершена ли установка приложения?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the built-in interface asked for by pages that use it?</source>
            <translation>Встроенный интерфейс запрошен теми страницами, которые им пользуются?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the host's name known?</source>
            <translation>Известно ли имя узла?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>Is the page as secure as the portal?</source>
            <translation>Так же ли защищена страница, как портал?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/check.py" />
            <source>May the portal show the page in a frame?</source>
            <translation>Можно ли порталу показать страницу во фрейме?</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/checking.py" />
            <source>Calling the pages of the widgets, each for {seconds} seconds at most</source>
            <translation>Вызываются страницы виджетов, каждая не дольше {seconds} с</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>A sign-in or a basket of the page's own does not last from one step to the next.</source>
            <translation>Собственный вход или корзина страницы не сохраняются от шага к шагу.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Add Partitioned to them.</source>
            <translation>Добавьте к ним Partitioned.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Browsers refuse these cookies in a frame: {names}.</source>
            <translation>Браузеры отвергают во фрейме эти cookie: {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>It sets no cookie that a frame would not get.</source>
            <translation>Она не ставит cookie, которых фрейм не получил бы.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Safari does always, others when they block cookies of third parties.</source>
            <translation>Safari всегда, другие — когда блокируют сторонние cookie.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Set them with SameSite=None; Secure; Partitioned.</source>
            <translation>Ставьте их с SameSite=None; Secure; Partitioned.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/cookies.py" />
            <source>Some browsers refuse these cookies in a frame: {names}.</source>
            <translation>Некоторые браузеры отвергают во фрейме эти cookie: {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Browsers do not show an http page inside an https portal.</source>
            <translation>Браузеры не показывают http-страницу внутри https-портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Enter {address} as the page address, or let its server answer 307 or 308 there.</source>
            <translation>Введите {address} как адрес страницы, или пусть сервер отвечает там 307 или 308.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Let the handler's server redirect to https addresses.</source>
            <translation>Пусть сервер обработчика перенаправляет на адреса https.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Nothing on the way is less secure than the portal.</source>
            <translation>На пути нет ничего менее защищённого, чем портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Put the page on a server on the internet, or tell people to agree when the browser asks.</source>
            <translation>Положите страницу на сервер в интернете или скажите людям согласиться, когда браузер спросит.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The address lies no further inside than the portal.</source>
            <translation>Адрес лежит не глубже портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The call arrives at {address} as it was sent.</source>
            <translation>Вызов приходит на {address} таким, как отправлен.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The call is lost on the way: a redirect makes a GET of it.</source>
            <translation>Вызов теряется по пути: перенаправление превращает его в GET.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The call is sent on to an http address: {address}.</source>
            <translation>Вызов пересылается на адрес http: {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The certificate of {host} is trusted.</source>
            <translation>Сертификату {host} доверяют.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>The portal itself is opened over http.</source>
            <translation>Сам портал открывается по http.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>There is no redirect.</source>
            <translation>Перенаправления нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>Use it for tries alone. For others, put the page on a server that their browsers can reach.</source>
            <translation>Используйте только для проб. Для других положите страницу на сервер, доступный их браузерам.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{address} answers {status}. The page that is shown does not learn who opened it where.</source>
            <translation>{address} отвечает {status}. Показанная страница не узнаёт, кто и где её открыл.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} can be connected to.</source>
            <translation>С {host} можно соединиться.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} is each person's own computer: only on this one is the handler there.</source>
            <translation>{host} — это собственный компьютер каждого: обработчик есть только на этом.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} is known.</source>
            <translation>{host} известен.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/handler_checks.py" />
            <source>{host} lies in a private network: people outside it see nothing.</source>
            <translation>{host} находится в частной сети: снаружи ничего не видно.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/interface_checks.py" />
            <source>No page that answers is asked for it.</source>
            <translation>Ни от одной отвечающей страницы его не требуют.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/interface_checks.py" />
            <source>The page draws it with “setLayout”.</source>
            <translation>Страница рисует его через «setLayout».</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/interface_checks.py" />
            <source>The page itself never calls “setLayout”; its scripts may.</source>
            <translation>Сама страница не вызывает «setLayout»; возможно, это делают её скрипты.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>An administrator is signed in.</source>
            <translation>Вошёл администратор.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>Apply it again; if it vanishes once more, the portal drops it.</source>
            <translation>Примените ещё раз; если снова исчезнет, это убирает портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>Everything stands that was applied.</source>
            <translation>Всё применённое на месте.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>It was applied, and no longer stands there.</source>
            <translation>Это было применено, и этого больше нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No custom type has a place switched off.</source>
            <translation>Ни в одном смарт-процессе место не выключено.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No notice is half filled.</source>
            <translation>Нет уведомлений, заполненных наполовину.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No paid period has ended.</source>
            <translation>Ни один оплаченный период не кончился.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>No two widgets look the same.</source>
            <translation>Нет двух одинаковых на вид виджетов.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>Somebody removed it, the app was updated, or the portal dropped it by itself.</source>
            <translation>Кто-то это удалил, приложение обновили, или портал убрал это сам.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The app has every permission that its widgets need.</source>
            <translation>У приложения есть все права, нужные его виджетам.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The app has no second tile.</source>
            <translation>Второй плитки у приложения нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The app is fully installed.</source>
            <translation>Приложение полностью установлено.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/portal_checks.py" />
            <source>The portal offers every place.</source>
            <translation>Портал предлагает все места.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>A call came, but from another portal than the one that is signed in to.</source>
            <translation>Вызов пришёл, но не с того портала, на который выполнен вход.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Allow it, in Chrome, Edge or Firefox on this computer. Of pages on the internet nobody is asked.</source>
            <translation>Разрешите это в Chrome, Edge или Firefox на этом компьютере. Для страниц в интернете никого не спрашивают.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Everything up to the handler works: the portal shows widgets there, and its call arrives.</source>
            <translation>До обработчика всё работает: портал показывает там виджеты, и его вызов доходит.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>If a widget of yours is not seen there all the same, its own page is the reason.</source>
            <translation>Если ваш виджет там всё равно не виден, причина в его собственной странице.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>If it is not to be seen on the portal:</source>
            <translation>Если его не видно на портале:</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>If it is seen, and the browser asks for permission or shows an empty frame:</source>
            <translation>Если его видно, а браузер спрашивает разрешение или показывает пустой фрейм:</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Load the portal's page anew, as the person who is signed in here; look in the place's own settings.</source>
            <translation>Загрузите страницу портала заново от имени того, кто вошёл здесь; посмотрите собственные настройки этого места.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Open the widget on the portal that is named here.</source>
            <translation>Откройте виджет на том портале, который назван здесь.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>Who is looking may be somebody the app is closed to, or the portal has the place switched off, or the page was open from before.</source>
            <translation>Возможно, приложение закрыто для того, кто смотрит, или это место на портале выключено, или страница была открыта раньше.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proof.py" />
            <source>{asked} Safari shows no page of this computer inside an https portal.</source>
            <translation>{asked} Safari не показывает страниц этого компьютера внутри https-портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>It works</source>
            <translation>Работает</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>No proof is under way at this place.</source>
            <translation>В этом месте проверка показом не идёт.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>Not every place was opened in time.</source>
            <translation>Не все места открыты вовремя.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>Nothing is waited for here</source>
            <translation>Здесь ничего не ожидается</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>The portal did not take the widget.</source>
            <translation>Портал не принял виджет.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>The portal opened this page, and bxdesk received its call. You may close it.</source>
            <translation>Портал открыл эту страницу, и bxdesk получил его вызов. Её можно закрыть.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>Waiting until it is opened on {host}…</source>
            <translation>Ожидание, пока его откроют на {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/proving.py" />
            <source>bxdesk waits for the portal at another address.</source>
            <translation>bxdesk ждёт портал по другому адресу.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>Browsers ask before a page leads them inside from the internet. It was not followed.</source>
            <translation>Браузеры спрашивают, прежде чем страница из интернета уведёт их внутрь. Мы туда не пошли.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>Correct the redirect on the handler's server, or enter the address of the page itself.</source>
            <translation>Исправьте перенаправление на сервере обработчика или введите адрес самой страницы.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>Enter the address of the page itself.</source>
            <translation>Введите адрес самой страницы.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It does not end after {count} redirects.</source>
            <translation>Оно не кончается после {count} перенаправлений.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It leads in a circle. It may wait for a cookie that a frame does not get.</source>
            <translation>Оно ходит по кругу. Возможно, ждёт cookie, которого фрейм не получает.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It leads to a {scheme}: address.</source>
            <translation>Оно ведёт на адрес {scheme}:.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>It leads to something that is no address.</source>
            <translation>Оно ведёт к тому, что не является адресом.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>The call is sent on to an address inside a network: {host}.</source>
            <translation>Вызов пересылается на адрес внутри сети: {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/redirects.py" />
            <source>{host} sends the call on to where no browser goes in a frame.</source>
            <translation>{host} пересылает вызов туда, куда браузер во фрейме не идёт.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>It is not known whether people will see this page in the portal.</source>
            <translation>Неизвестно, увидят ли люди эту страницу на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Language</source>
            <translation>Язык</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Nobody will see this page in the portal.</source>
            <translation>Никто не увидит эту страницу на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Number of the CRM item</source>
            <translation>Номер элемента CRM</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Open again</source>
            <translation>Открыть снова</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>People will see this page in the portal.</source>
            <translation>Люди увидят эту страницу на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Place</source>
            <translation>Место</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Some people will not see this page in the portal, or not as it was meant.</source>
            <translation>Некоторые не увидят эту страницу на портале или увидят не такой, как задумано.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>The call is the portal's, with worthless values in place of its tokens.</source>
            <translation>Это вызов портала, но вместо токенов в нём недействительные значения.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>The widget</source>
            <translation>Виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/try_out_page.py" />
            <source>Your widget</source>
            <translation>Ваш виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/trying_out.py" />
            <source>What bxdesk shows is at another address.</source>
            <translation>То, что показывает bxdesk, находится по другому адресу.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/trying_out.py" />
            <source>Your browser refuses it here, because this page is at another address than the portal.</source>
            <translation>Здесь ваш браузер отказывает, потому что адрес этой страницы не тот, что у портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/checks/trying_out.py" />
            <source>Your browser shows it here all the same, because this page is at another address.</source>
            <translation>Здесь ваш браузер всё равно её показывает, потому что у этой страницы другой адрес.</translation>
        </message>
        <message>
            <location filename="bxdesk/composition.py" />
            <source>It is made when a connection is saved in it.</source>
            <translation>Оно создаётся, когда в нём сохраняется подключение.</translation>
        </message>
        <message>
            <location filename="bxdesk/composition.py" />
            <source>There is no vault at {path} yet.</source>
            <translation>Хранилища {path} ещё нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/composition.py" />
            <source>{reason}. Nothing chosen there holds now.</source>
            <translation>{reason}. Ничто из выбранного там сейчас не действует.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Cancelled</source>
            <translation>Отменено</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Something unexpected went wrong inside bxdesk ({kind}).</source>
            <translation>В bxdesk произошла непредвиденная ошибка ({kind}).</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>This is a fault of the program, not of yours.</source>
            <translation>Это ошибка программы, а не ваша.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Try again. If it comes back, restart bxdesk and report it.</source>
            <translation>Повторите попытку. Если ошибка повторится, перезапустите bxdesk и сообщите о ней.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>You stopped this.</source>
            <translation>Вы остановили операцию.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Add a new application, then move again.</source>
            <translation>Добавьте новое приложение и перенесите ещё раз.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Complete the installation of the new one, then sign out of the old one.</source>
            <translation>Завершите установку нового, затем выйдите из старого.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Delete it on the portal; its own widgets, which nobody saw, go with it.</source>
            <translation>Удалите его на портале; его собственные виджеты, которых никто не видел, уйдут с ним.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>Its widgets stay hidden. The old application ({id}) stays connected.</source>
            <translation>Его виджеты остаются скрытыми. Старое приложение ({id}) остаётся подключённым.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>The new application is not fully installed either.</source>
            <translation>Новое приложение тоже установлено не полностью.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>The widgets stand under the new application.</source>
            <translation>Виджеты стоят под новым приложением.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>These are not the keys of a new application on the same portal: {id}.</source>
            <translation>Это ключи не нового приложения на том же портале: {id}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/app_move.py" />
            <source>bxdesk has forgotten the old one ({id}).</source>
            <translation>bxdesk забыл старое ({id}).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>Next problem</source>
            <translation>Следующая проблема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>Previous problem</source>
            <translation>Предыдущая проблема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>W&amp;hat to do</source>
            <translation>&amp;Что делать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>{at} of {all}</source>
            <translation>{at} из {all}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Code</source>
            <translation>Код</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>For</source>
            <translation>Кто видит</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Languages</source>
            <translation>Языки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Page address</source>
            <translation>Адрес страницы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_model.py" />
            <source>{before} → {after}</source>
            <translation>{before} → {after}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Copy as a layout</source>
            <translation>&amp;Копировать как схему</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Edit</source>
            <translation>&amp;Изменить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Leave as it is</source>
            <translation>&amp;Оставить как есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Move to the open widget</source>
            <translation>&amp;Перевести на открытый виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;Remove</source>
            <translation>&amp;Убрать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;With the selected</source>
            <translation>С в&amp;ыбранными</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>&amp;With the selected ({n})</source>
            <translation>С в&amp;ыбранными ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Bindings</source>
            <translation>Встройки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Bindings ({n})</source>
            <translation>Встройки ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Change the &amp;address…</source>
            <translation>Изменить &amp;адрес…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Find a binding</source>
            <translation>Найти встройку</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Move to a new ser&amp;ver…</source>
            <translation>Пере&amp;нести на новый сервер…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>No widget matches “{text}”.</source>
            <translation>Нет виджетов, соответствующих «{text}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>Select rows first. Ctrl+A selects all of them.</source>
            <translation>Сначала выделите строки. Ctrl+A выделяет все.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>The app's widgets could not be read. {why}</source>
            <translation>Не удалось прочесть виджеты приложения. {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>This app has no widget on the portal yet.</source>
            <translation>У этого приложения пока нет виджетов на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>What the &amp;handler receives…</source>
            <translation>Что получает об&amp;работчик…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>With the selected</source>
            <translation>С выбранными</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>{n} widget stays: its place cannot be bound at the moment.</source>
            <translation>Без изменений останется виджетов: {n}. Встроить их в эти места сейчас нельзя.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_panel.py" />
            <source>{n} widgets stay: their places cannot be bound at the moment.</source>
            <translation>Без изменений останется виджетов: {n}. Встроить их в эти места сейчас нельзя.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>Everybody</source>
            <translation>Все</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>User {id}</source>
            <translation>Сотрудник {id}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>moves to {address}</source>
            <translation>переводится на {address}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to bind</source>
            <translation>встроить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to replace</source>
            <translation>заменить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_rows.py" />
            <source>to unbind</source>
            <translation>убрать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/bindings_table.py" />
            <source>All widgets of this app</source>
            <translation>Все виджеты этого приложения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>&amp;Add to the plan</source>
            <translation>&amp;Добавить в план</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>Change the address</source>
            <translation>Изменить адрес</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_dialog.py" />
            <source>New addresses</source>
            <translation>Новые адреса</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>Addresses that &amp;begin with</source>
            <translation>Адреса, которые &amp;начинаются с</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>Addresses that begin with</source>
            <translation>Адреса, которые начинаются с</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>Nothing would change.</source>
            <translation>Ничего не изменится.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>begin &amp;from now on with</source>
            <translation>&amp;теперь начинаются с</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>begin from now on with</source>
            <translation>теперь начинаются с</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} binding gets another address.</source>
            <translation>Другой адрес получит встроек: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} bindings get another address.</source>
            <translation>Другой адрес получат встроек: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} stay: {why}</source>
            <translation>Без изменений ({n}): {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_form.py" />
            <source>{n} stays: {why}</source>
            <translation>Без изменений ({n}): {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>From then on</source>
            <translation>После изменения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>Now</source>
            <translation>Сейчас</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>stays</source>
            <translation>без изменений</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>stays: {why}</source>
            <translation>остаётся: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings/move_model.py" />
            <source>{address} (is there already; this one goes)</source>
            <translation>{address} (там уже есть; этот будет убран)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/arrival_model.py" />
            <source>Value</source>
            <translation>Значение</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Binds a widget of bxdesk's own for a moment, for you to press in the portal</source>
            <translation>На короткое время встраивает собственный виджет bxdesk, чтобы вы нажали его на портале</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Move to a new application…</source>
            <translation>Перейти на новое приложение…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Open the app's card in the portal</source>
            <translation>Открыть карточку приложения на портале</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Open the widget</source>
            <translation>Открыть виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Prove that it shows…</source>
            <translation>Проверить показ…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/check_card.py" />
            <source>Sign in again…</source>
            <translation>Войти снова…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>Answer</source>
            <translation>Ответ</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>Question</source>
            <translation>Вопрос</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>The app and its places</source>
            <translation>Приложение и его места</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_model.py" />
            <source>{title} ({address})</source>
            <translation>{title} ({address})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>&amp;Back to the widgets</source>
            <translation>&amp;Назад к виджетам</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Check a&amp;gain</source>
            <translation>Проверить снов&amp;а</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Checks</source>
            <translation>Проверки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Every question about why a widget would not show is asked here, and answered.</source>
            <translation>Здесь задаются все вопросы о том, почему виджет может не показываться, и даются ответы.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>No widget is hidden from everybody, but look at what is marked.</source>
            <translation>Ни один виджет не скрыт от всех, но посмотрите на отмеченное.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Nothing was found that would keep a widget from being seen.</source>
            <translation>Не найдено ничего, что скрыло бы виджет.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>One widget is hidden from everybody.</source>
            <translation>Один виджет скрыт от всех.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Progress of the checks</source>
            <translation>Ход проверок</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Reading the portal…</source>
            <translation>Портал читается…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>S&amp;top</source>
            <translation>Останови&amp;ть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>Something about the app or its places keeps widgets from being seen.</source>
            <translation>Что-то в приложении или его местах скрывает виджеты.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/checks_page.py" />
            <source>{n} widgets are hidden from everybody.</source>
            <translation>Виджетов, скрытых от всех: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Close</source>
            <translation>&amp;Закрыть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;End here</source>
            <translation>&amp;Закончить здесь</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Next portal</source>
            <translation>Сл&amp;едующий портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Open the portal</source>
            <translation>&amp;Открыть портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Prove it</source>
            <translation>&amp;Проверить показ</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>&amp;Take it away</source>
            <translation>&amp;Убрать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>All of it, for a report about a fault. Nothing secret is in it.</source>
            <translation>Всё целиком, для сообщения об ошибке. Ничего секретного в нём нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>At the places that are ticked, bxdesk binds a widget of its own, “{title}”, and waits until you have pressed it in the portal. Others see it meanwhile. It is taken away again, whatever happens.</source>
            <translation>В отмеченных местах bxdesk встраивает собственный виджет «{title}» и ждёт, пока вы нажмёте его на портале. Тем временем его видят и другие. Что бы ни случилось, он будет убран.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Copy &amp;report</source>
            <translation>&amp;Скопировать отчёт</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Nothing of it is left on the portal.</source>
            <translation>На портале от него ничего не осталось.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Places</source>
            <translation>Места</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Press “{title}” in the portal, in a browser on this computer.</source>
            <translation>Нажмите «{title}» на портале, в браузере на этом компьютере.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Prove that it shows</source>
            <translation>Проверка показа</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>Prove that it shows on {portal} ({number} of {total})</source>
            <translation>Проверка показа на {portal} ({number} из {total})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>The call that came</source>
            <translation>Пришедший вызов</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>The portal does something otherwise than documented. Please report it.</source>
            <translation>Портал делает что-то не так, как описано в документации. Пожалуйста, сообщите об этом.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_dialog.py" />
            <source>{n} of {all} proven.</source>
            <translation>Проверено: {n} из {all}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>What came of it</source>
            <translation>Что вышло</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>could not be bound</source>
            <translation>не удалось встроить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>proven: it was opened, and the call came</source>
            <translation>проверено: виджет открыт, вызов пришёл</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>stands there: press it in the portal</source>
            <translation>стоит на месте: нажмите его на портале</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/checks/proof_model.py" />
            <source>was not opened</source>
            <translation>не был открыт</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>&amp;Copy</source>
            <translation>&amp;Копировать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>&amp;Open that page</source>
            <translation>&amp;Открыть эту страницу</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>An older one: it has “Script only” or “uses API only”</source>
            <translation>Более старая: на ней «Script only» или «uses API only»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>Copy: {value}</source>
            <translation>Копировать: {value}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>Select there: {permissions}</source>
            <translation>Выберите там: {permissions}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>The card has “Menu item text”</source>
            <translation>На карточке есть «Menu item text»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/card_step.py" />
            <source>{label}: what do you want to place?</source>
            <translation>{label}: что вы хотите разместить?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>&amp;Back</source>
            <translation>&amp;Назад</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>&amp;Next</source>
            <translation>&amp;Далее</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>&amp;Sign in</source>
            <translation>&amp;Войти</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Connect a portal</source>
            <translation>Подключить портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>New application on {portal}</source>
            <translation>Новое приложение на {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Sign in again to {portal}</source>
            <translation>Повторный вход на {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Step {at} of {all}</source>
            <translation>Шаг {at} из {all}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>Stopping…</source>
            <translation>Остановка…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_dialog.py" />
            <source>The browser</source>
            <translation>Браузер</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>Put this address into the card on the portal as well and save the card, then sign in.</source>
            <translation>Укажите этот адрес и в карточке на портале, сохраните карточку, затем войдите.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>The application's card</source>
            <translation>Карточка приложения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>The keys</source>
            <translation>Ключи</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>The portal</source>
            <translation>Портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_form.py" />
            <source>kept in your keyring: leave it empty</source>
            <translation>в хранилище ключей: оставьте пустым</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>&amp;Try again</source>
            <translation>Пов&amp;торить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>&amp;Use port {port}</source>
            <translation>&amp;Использовать порт {port}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>Continue for this sessio&amp;n only</source>
            <translation>Продолжить только в этом с&amp;еансе</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>For this session only means: the keys are forgotten when bxdesk is closed.</source>
            <translation>«Только в этом сеансе» означает: ключи будут забыты при закрытии bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_trouble.py" />
            <source>Port {port} is free. It has to be changed in the card as well.</source>
            <translation>Порт {port} свободен. Его нужно изменить и в карточке.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Nothing came back? Hand the answer over yourself</source>
            <translation>Ничего не пр&amp;ишло? Передайте ответ сами</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Open again</source>
            <translation>&amp;Открыть снова</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Paste</source>
            <translation>Вс&amp;тавить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>&amp;Use</source>
            <translation>&amp;Использовать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Address to open in the browser</source>
            <translation>Адрес для открытия в браузере</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Answer from the browser</source>
            <translation>Ответ из браузера</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Copy &amp;link</source>
            <translation>Копировать &amp;ссылку</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Getting ready…</source>
            <translation>Подготовка…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Handed over. A code is good for {seconds} seconds more.</source>
            <translation>Передано. Код действует ещё {seconds} с.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>If the browser ends on a page that does not open, or shows a code, paste it here at once: a code is good for 30 seconds.</source>
            <translation>Если браузер остановился на странице, которая не открывается, или показал код, сразу вставьте её адрес или код сюда: код действует 30 секунд.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>No browser opened. Open this address yourself; {time} left.</source>
            <translation>Браузер не открылся. Откройте этот адрес сами; осталось {time}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Take the answer from the clip&amp;board by itself</source>
            <translation>Автоматически брать ответ из &amp;буфера обмена</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>The whole address the browser ended at, the code it shows, or the POST a handler received</source>
            <translation>Полный адрес, на котором остановился браузер, показанный код или POST, полученный обработчиком</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>There is no text in the clipboard.</source>
            <translation>В буфере обмена нет текста.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Thirty seconds are over. If nothing happens, open the link again for a new code.</source>
            <translation>Тридцать секунд истекли. Если ничего не происходит, откройте ссылку снова, чтобы получить новый код.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Waiting for the browser</source>
            <translation>Ожидание браузера</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>Waiting for the browser: confirm there that bxdesk may use the portal. {time} left.</source>
            <translation>Ожидание браузера: подтвердите там, что bxdesk может работать с порталом. Осталось {time}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connect_wait.py" />
            <source>While this dialog waits, and only texts that look like an answer. Nothing else is read.</source>
            <translation>Только пока открыто это окно и только тексты, похожие на ответ. Больше ничего не читается.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>&amp;Name</source>
            <translation>&amp;Название</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>&amp;Save</source>
            <translation>&amp;Сохранить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>&amp;Sign out</source>
            <translation>&amp;Выйти</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Name</source>
            <translation>Название</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Only bxdesk uses it. Left empty, the portal goes by its address.</source>
            <translation>Используется только в bxdesk. Если оставить пустым, показывается адрес портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Rename {portal}</source>
            <translation>Переименовать {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Sign out</source>
            <translation>Выход</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>Sign out of {portal}?</source>
            <translation>Выйти с портала {portal}?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/connection_dialogs.py" />
            <source>bxdesk forgets the keys and the session. The widgets on the portal stay as they are, and what you ticked and typed waits for the next sign-in.</source>
            <translation>bxdesk забудет ключи и сеанс. Виджеты на портале останутся как есть, а ваши отметки и тексты дождутся следующего входа.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Anothe&amp;r address for the answer, or a server of your own</source>
            <translation>Друго&amp;й адрес для ответа или свой сервер</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Application &amp;ID (client_id)</source>
            <translation>Код &amp;приложения (client_id)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Application &amp;key (client_secret)</source>
            <translation>К&amp;люч приложения (client_secret)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Authori&amp;zation server</source>
            <translation>&amp;Сервер авторизации</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Authorization server</source>
            <translation>Сервер авторизации</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Enter the {label} from the card.</source>
            <translation>Введите «{label}» с карточки.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Only for a portal on your own server that has one of its own.</source>
            <translation>Только для портала на своём сервере с собственным сервером авторизации.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Save the card on the portal; the two keys stand on it then.</source>
            <translation>Сохраните карточку на портале; после этого на ней стоят оба ключа.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>The same address as on the card. Leave it empty to paste the answer.</source>
            <translation>Тот же адрес, что на карточке. Оставьте пустым, чтобы вставить ответ.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>They are called “{first}” and “{second}” there.</source>
            <translation>Там они называются «{first}» и «{second}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>Your han&amp;dler path</source>
            <translation>П&amp;уть вашего обработчика</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>automatic</source>
            <translation>автоматически</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/keys_step.py" />
            <source>none: paste the code</source>
            <translation>нет: код вставляется вручную</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>&amp;Choose…</source>
            <translation>&amp;Выбрать…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>&amp;File</source>
            <translation>&amp;Файл</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>&amp;Save and go on</source>
            <translation>&amp;Сохранить и продолжить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>File</source>
            <translation>Файл</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>Move to a new application on {portal}</source>
            <translation>Перенос на новое приложение на {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>The widgets are saved to a file, to be safe.</source>
            <translation>Виджеты сохраняются в файл, для надёжности.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>When they stand there, bxdesk forgets the old application. You delete it on the portal.</source>
            <translation>Когда они встанут, bxdesk забудет старое приложение. Вы удалите его на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>Whether an application is fully installed is decided when it is added, so a new one takes the place of this one. Its widgets come along:</source>
            <translation>Полностью ли установлено приложение, решается при его добавлении, поэтому место этого займёт новое. Виджеты перейдут с ним:</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>You add the new application on the portal, and enter its keys here.</source>
            <translation>Вы добавляете новое приложение на портале и вводите здесь его ключи.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/move_app_dialog.py" />
            <source>You look at the widgets that it will get, and apply them.</source>
            <translation>Вы смотрите, какие виджеты оно получит, и применяете их.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>&amp;Portal</source>
            <translation>&amp;Портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>Enter the portal's address, such as acme.bitrix24.com.</source>
            <translation>Введите адрес портала, например acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>I have the &amp;keys of an application already</source>
            <translation>Ключи приложения &amp;у меня уже есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>Needed first</source>
            <translation>Сначала нужно</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connecting/portal_step.py" />
            <source>Portal</source>
            <translation>Портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>Connect a portal…</source>
            <translation>Подключить портал…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>No portal is open</source>
            <translation>Портал не открыт</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>No portal yet</source>
            <translation>Портала пока нет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>Signed in as {user}</source>
            <translation>Вы вошли как {user}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connection_box.py" />
            <source>{portal} ({state})</source>
            <translation>{portal} ({state})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/dialogs.py" />
            <source>No browser opened.</source>
            <translation>Браузер не открылся.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/dialogs.py" />
            <source>The address of the page is on the clipboard: paste it into a browser.</source>
            <translation>Адрес страницы скопирован в буфер обмена: вставьте его в браузер.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/drawing/preview.py" />
            <source>Where people will see it</source>
            <translation>Где это увидят пользователи</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/drawing/preview.py" />
            <source>{place}: “{title}”</source>
            <translation>{place}: «{title}»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Opens a page on this computer that shows the address in a frame, as the portal would</source>
            <translation>Открывает на этом компьютере страницу, которая показывает адрес во фрейме, как это делает портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Page &amp;address</source>
            <translation>&amp;Адрес страницы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Put https:// in front</source>
            <translation>Добавить https:// в начало</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>So does Enter in the address</source>
            <translation>То же делает клавиша Enter в поле адреса</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>The call that the portal makes to this address, field by field</source>
            <translation>Вызов, с которым портал обращается к этому адресу, поле за полем</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>The page that opens inside the widget (its handler).</source>
            <translation>Страница, которая открывается внутри виджета (его обработчик).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>Try it out…</source>
            <translation>Опробовать…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/editor_panel.py" />
            <source>What the handler receives…</source>
            <translation>Что получает обработчик…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/exceptions.py" />
            <source>Different texts</source>
            <translation>Другие тексты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/exceptions.py" />
            <source>{n} more</source>
            <translation>ещё {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>&amp;Languages</source>
            <translation>&amp;Языки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>&amp;One text for all languages</source>
            <translation>О&amp;дин текст для всех языков</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Copy from</source>
            <translation>Взять из</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Copy the texts from another language</source>
            <translation>Скопировать тексты с другого языка</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Into {language}</source>
            <translation>Куда: {language}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Languages of the texts</source>
            <translation>Языки текстов</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Say it in several of the portal's languages</source>
            <translation>Задать тексты на нескольких языках портала</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>Takes the texts of another language for the row that is selected</source>
            <translation>Берёт для выбранной строки тексты другого языка</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/language_buttons.py" />
            <source>The text is in</source>
            <translation>Язык текста</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/option_fields.py" />
            <source>As it is</source>
            <translation>Как есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>How the widget behaves at its places</source>
            <translation>Как виджет ведёт себя на своих местах</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>O&amp;ptions</source>
            <translation>Пара&amp;метры</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>Only for the user with the ID</source>
            <translation>Только для пользователя с ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>{option}</source>
            <translation>{option}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/options_editor.py" />
            <source>{option} (required)</source>
            <translation>{option} (обязательно)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Description</source>
            <translation>&amp;Описание</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Group</source>
            <translation>&amp;Группа</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>&amp;Title</source>
            <translation>&amp;Название</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Description</source>
            <translation>Описание</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Di&amp;fferent text here</source>
            <translation>Другой текст &amp;здесь</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Give the places that are selected a text of their own</source>
            <translation>Задать выбранным местам собственный текст</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Give the places that are selected the text of the others again</source>
            <translation>Вернуть выбранным местам общий текст</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Group</source>
            <translation>Группа</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>In {language} only.</source>
            <translation>Только язык: {language}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Optional</source>
            <translation>Необязательно</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Optional: a shared heading</source>
            <translation>Необязательно: общий заголовок</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Such as “Send contract”</source>
            <translation>Например, «Договор»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for all {n} places</source>
            <translation>Текст для всех мест ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for further places. All {n} places have different texts.</source>
            <translation>Текст для новых мест. Во всех местах ({n}) другие тексты.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for further places. Its one place has a different text.</source>
            <translation>Текст для новых мест. В единственном месте другой текст.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for its one place</source>
            <translation>Текст для единственного места</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text for {shared} of {n} places. The rest have different texts.</source>
            <translation>Текст для {shared} из {n} мест. В остальных другие тексты.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Text only for {places}</source>
            <translation>Текст только для: {places}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Texts</source>
            <translation>Тексты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>The title in {language} is missing.</source>
            <translation>Нет названия (язык: {language}).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>The title is missing in {n} languages: {languages}.</source>
            <translation>Языков без названия: {n} — {languages}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_editor.py" />
            <source>Use the widget's te&amp;xt here</source>
            <translation>Взять &amp;здесь текст виджета</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_grid.py" />
            <source>Texts in languages</source>
            <translation>Тексты на разных языках</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_model.py" />
            <source>empty</source>
            <translation>пусто</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor/texts_model.py" />
            <source>missing</source>
            <translation>нет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>About bxdesk</source>
            <translation>О программе bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>C&amp;lose</source>
            <translation>&amp;Закрыть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>History</source>
            <translation>История</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>History and log</source>
            <translation>История и журнал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Libraries</source>
            <translation>Библиотеки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Log</source>
            <translation>Журнал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Looking…</source>
            <translation>Сбор сведений…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Puts an application's widgets into Bitrix24 portals.</source>
            <translation>Встраивает виджеты приложений в порталы Битрикс24.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Python package</source>
            <translation>пакет Python</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Secrets are kept in</source>
            <translation>Секреты хранятся в</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>Settings and drafts</source>
            <translation>Настройки и черновики</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>System</source>
            <translation>Система</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>bxdesk is free software under the MIT licence. It uses Qt and Qt for Python (PySide6) under the GNU Lesser General Public License, version 3: they are files of their own, which you may replace with compatible builds. The texts of these and all other licences come with the program.</source>
            <translation>bxdesk — свободная программа под лицензией MIT. Она использует Qt и Qt for Python (PySide6) по лицензии GNU Lesser General Public License версии 3: это отдельные файлы, которые можно заменить совместимыми сборками. Тексты этих и всех остальных лицензий поставляются с программой.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>executable</source>
            <translation>исполняемый файл</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/about_dialog.py" />
            <source>nowhere: of a demo portal nothing is kept</source>
            <translation>нигде: для демопортала ничего не сохраняется</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>&amp;Address</source>
            <translation>&amp;Адрес</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>&amp;Copy the value</source>
            <translation>&amp;Копировать значение</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>&amp;Documentation</source>
            <translation>&amp;Документация</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>* is always sent. The keys and tokens here are invented; real ones open the portal.</source>
            <translation>* передаётся всегда. Ключи и токены здесь вымышлены; настоящие открывают доступ к порталу.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Address of the call</source>
            <translation>Адрес вызова</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>As &amp;JSON</source>
            <translation>&amp;Как JSON</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>As a &amp;curl command</source>
            <translation>Как ко&amp;манду curl</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>As a &amp;list of fields</source>
            <translation>Как &amp;список полей</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Copied</source>
            <translation>Скопировано</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Copy &amp;everything</source>
            <translation>Копировать &amp;всё</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>Fields of the call</source>
            <translation>Поля вызова</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>The portal opens the page address like a link, and sends nothing along.</source>
            <translation>Портал открывает адрес страницы как обычную ссылку и ничего не передаёт.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>What the handler receives</source>
            <translation>Что получает обработчик</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>When somebody opens the widget here, the portal has their browser send this form to your handler, and shows the page that comes back.</source>
            <translation>Когда кто-то открывает здесь виджет, портал отправляет через браузер эту форму вашему обработчику и показывает полученную в ответ страницу.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_dialog.py" />
            <source>You have entered no page address yet: this one is invented.</source>
            <translation>Адрес страницы ещё не введён: этот вымышлен.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>Example</source>
            <translation>Пример</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>Field</source>
            <translation>Поле</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>What it means</source>
            <translation>Что означает</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>Where it is</source>
            <translation>Где передаётся</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>address</source>
            <translation>адрес</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>form</source>
            <translation>форма</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>inside PLACEMENT_OPTIONS</source>
            <translation>внутри PLACEMENT_OPTIONS</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/call_model.py" />
            <source>is always sent</source>
            <translation>передаётся всегда</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>Copy it from the saved card.</source>
            <translation>Скопируйте с сохранённой карточки.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>On a Russian portal: “{label}”.</source>
            <translation>На русском портале: «{label}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>The form before it, which some portals still have</source>
            <translation>Прежняя форма, которая ещё есть на некоторых порталах</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>Today's card</source>
            <translation>Сегодняшняя карточка</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>Where</source>
            <translation>Где</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/card_topic.py" />
            <source>{permission} always, and others by what you want to place.</source>
            <translation>{permission} всегда, остальное — по тому, что вы хотите разместить.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>&amp;About bxdesk…</source>
            <translation>&amp;О программе bxdesk…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>Find a topic</source>
            <translation>Найти раздел</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>Help</source>
            <translation>Справка</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_dialog.py" />
            <source>Topics</source>
            <translation>Разделы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>&amp;Copy the page</source>
            <translation>&amp;Копировать страницу</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>A page for the built-in interface</source>
            <translation>Страница для встроенного интерфейса</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Copied.</source>
            <translation>Скопировано.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Documentation</source>
            <translation>Документация</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>How many</source>
            <translation>Сколько</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>One for each app.</source>
            <translation>Одно на каждое приложение.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Options</source>
            <translation>Параметры</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Permissions</source>
            <translation>Права</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Places that your portal offers and nobody has documented. They can be bound like any other; where people come upon them only trying will tell.</source>
            <translation>Места, которые предлагает ваш портал, но которых нет в документации. В них можно встраивать виджеты, как и в любые другие; где их увидят пользователи, покажет только проба.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>The chosen topic</source>
            <translation>Выбранный раздел</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>The portal loads it unseen and draws what its script asks for. Copy it, put it on your server, and enter its address as the handler. Without the built-in interface it shows a sentence of its own.</source>
            <translation>Портал загружает её невидимо и рисует то, что просит её скрипт. Скопируйте её, положите на свой сервер и введите её адрес как обработчик. Без встроенного интерфейса она показывает собственную фразу.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>There is one for</source>
            <translation>Есть для</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>Your app lacks {permissions}: tick it in the app's card on the portal.</source>
            <translation>Вашему приложению не хватает прав: {permissions}. Отметьте их в карточке приложения на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_page.py" />
            <source>{option} (needed)</source>
            <translation>{option} (обязательно)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Apply. The portal is read back, and what did not come out as planned is named.</source>
            <translation>Примените изменения. Портал будет прочитан заново, и вы увидите, что получилось не по плану.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Changed your mind? “Undo” takes the last apply back, “History” any earlier one.</source>
            <translation>Передумали? «Отменить» отменяет последнее применение, а «История» — любое из прежних.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Choose a widget on the left, or make a new one. Each has one page address: the page that it opens.</source>
            <translation>Выберите виджет слева или создайте новый. У каждого один адрес страницы — той, которую он открывает.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Connect a portal. The guide says how the application is added there, field by field.</source>
            <translation>Подключите портал. Подсказки шаг за шагом покажут, как добавить на нём приложение.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Custom types</source>
            <translation>Смарт-процессы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Each portal has a line: how it is, what waits in its draft, what others have changed, and when it was last read. Select one, and what is known of it stands below; Return or a double click opens it.</source>
            <translation>У каждого портала своя строка: его состояние, что ожидает в черновике, что изменили другие и когда он был прочитан. Выберите портал, и ниже появится всё, что о нём известно; Enter или двойной щелчок открывает его.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Give the widget a title, in as many languages as your people speak.</source>
            <translation>Задайте название виджета на всех языках, на которых говорят ваши сотрудники.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Go on with other widgets as you like: whatever you changed waits, and nothing of it is lost.</source>
            <translation>Переходите к другим виджетам когда угодно: все ваши изменения ждут, и ничего из них не пропадёт.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>How it works</source>
            <translation>Как это работает</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Keyboard</source>
            <translation>Клавиатура</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Moved to another server? “Move to a new server…”, in the menu beside the portal's name, changes the addresses.</source>
            <translation>Переехали на другой сервер? «Перенести на новый сервер…» в меню рядом с именем портала сменит адреса.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Other placements</source>
            <translation>Другие места</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Press “Review and apply…”. Every change is shown in a sentence before anything is sent.</source>
            <translation>Нажмите «Просмотреть и применить…». Каждое изменение будет описано словами до того, как что-либо отправится.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Select several: “With the selected” checks, proves, exports, moves or groups them together.</source>
            <translation>Выберите несколько: «С выбранными» проверяет, испытывает, экспортирует, переносит или группирует их вместе.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Several portals</source>
            <translation>Несколько порталов</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Several portals? “Portals” says of each how it is. Those that are selected can be checked, exported, moved, and brought to one layout together.</source>
            <translation>Порталов несколько? На странице «Порталы» видно, что с каждым. Выбранные можно вместе проверить, экспортировать, перенести и привести к одной схеме.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>Tick its places on the right. A place may have a different text.</source>
            <translation>Отметьте справа его места. У места может быть другой текст.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>What failed can be tried again alone. What was cut off waits at its portal until it is settled.</source>
            <translation>То, что не удалось, можно повторить отдельно. Прерванное ждёт на своём портале, пока с ним не разберутся.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>“Compare with a layout…” says how far each is from a layout file. “Review and apply…” shows every change before anything is sent, portal by portal.</source>
            <translation>«Сравнить со схемой…» показывает, насколько каждый отличается от файла схемы. «Просмотреть и применить…» показывает каждое изменение, портал за порталом, прежде чем что-либо будет отправлено.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/help_topics.py" />
            <source>“Read all” asks all of them, some side by side: one that does not answer holds up nobody.</source>
            <translation>«Прочитать все» опрашивает все порталы, по нескольку сразу: тот, что не отвечает, никого не задерживает.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Alt and a letter</source>
            <translation>Alt и буква</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Change the address of the selected bindings</source>
            <translation>Изменить адрес выбранных встроек</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Clear what is searched; then, what is selected</source>
            <translation>Очистить поиск; затем снять выделение</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Close the window; what waits is kept</source>
            <translation>Закрыть окно; ожидающее сохраняется</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Copy the selected bindings as a layout</source>
            <translation>Копировать выбранные встройки как схему</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Do it again</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Edit the widget of the selected binding</source>
            <translation>Изменить виджет выбранной встройки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Everywhere</source>
            <translation>Везде</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Find a place</source>
            <translation>Найти место</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Find a portal</source>
            <translation>Найти портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Give the selected places a different text, or take it back</source>
            <translation>Задать выбранным местам другой текст или убрать его</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Go to what has this letter underlined</source>
            <translation>Перейти к элементу с этой подчёркнутой буквой</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Leave the selected bindings as they are</source>
            <translation>Оставить выбранные встройки как есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Make a new widget</source>
            <translation>Создать новый виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Move the selected bindings to the open widget</source>
            <translation>Перевести выбранные встройки на открытый виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Open a layout file</source>
            <translation>Открыть файл схемы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Open the selected portal</source>
            <translation>Открыть выбранный портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Paste a layout, outside of a text</source>
            <translation>Вставить схему — вне текста</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Read the portal again</source>
            <translation>Прочитать портал заново</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Read the selected portals again; all of them where none is selected</source>
            <translation>Перечитать выбранные порталы; если ни один не выбран — все</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Remove the selected widget or bindings</source>
            <translation>Убрать выбранный виджет или выбранные встройки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Rename the selected portal</source>
            <translation>Переименовать выбранный портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Review and apply what waits</source>
            <translation>Просмотреть и применить ожидающее</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Save the widgets as a layout file</source>
            <translation>Сохранить виджеты в файл схемы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Show all portals, and the widgets again</source>
            <translation>Показать все порталы, затем снова виджеты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The page of portals</source>
            <translation>Страница порталов</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The places of a widget</source>
            <translation>Места виджета</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The table of bindings</source>
            <translation>Таблица встроек</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>The widgets of a portal</source>
            <translation>Виджеты портала</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>This help, about the place that is selected</source>
            <translation>Эта справка — о выбранном месте</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Tick or untick what is selected</source>
            <translation>Поставить или снять отметку у выбранного</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>Undo what was ticked, typed or discarded</source>
            <translation>Отменить отмеченное, набранное или сброшенное</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/key_topic.py" />
            <source>What the handler receives there</source>
            <translation>Что там получает обработчик</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>&amp;Copy diagnostics</source>
            <translation>&amp;Копировать диагностику</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Collecting…</source>
            <translation>Сбор сведений…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Copied: paste it into your report. Nothing secret is in it.</source>
            <translation>Скопировано: вставьте это в сообщение об ошибке. Секретных данных там нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Copy diagnostics</source>
            <translation>Копировать диагностику</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/help/report_button.py" />
            <source>Versions, state and the end of the log, for a report about a fault. Nothing secret.</source>
            <translation>Версии, состояние и конец журнала — для сообщения об ошибке. Секретных данных нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_files.py" />
            <source>the pasted text</source>
            <translation>Вставленный текст</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>&amp;Open…</source>
            <translation>&amp;Открыть…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>&amp;Save the widgets as…</source>
            <translation>&amp;Сохранить виджеты как…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Layo&amp;ut</source>
            <translation>С&amp;хема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Layout file</source>
            <translation>Файл схемы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Layout files ({patterns})</source>
            <translation>Файлы схем ({patterns})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Opened last</source>
            <translation>Недавние</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Save the selected &amp;bindings as…</source>
            <translation>Сохранить выбранные &amp;встройки как…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Save the selected bindings</source>
            <translation>Сохранить выбранные встройки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Save the widgets</source>
            <translation>Сохранить виджеты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_menu.py" />
            <source>Widgets from a file, or into one. Files can be dropped on the window, too.</source>
            <translation>Виджеты из файла или в файл. Файлы можно и перетащить в окно.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Hides this note</source>
            <translation>Скрывает это сообщение</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Nothing to change: everything in {name} is already here.</source>
            <translation>Менять нечего: всё из {name} уже есть.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>OK</source>
            <translation>ОК</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Reading {name}…</source>
            <translation>Чтение: {name}…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Reload</source>
            <translation>Перечитать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Saved {n} place to {path}.</source>
            <translation>Сохранено в {path}. Мест: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>Saved {n} places to {path}.</source>
            <translation>Сохранено в {path}. Мест: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>{name} has changed on disk since it was opened.</source>
            <translation>{name} на диске изменился с тех пор, как был открыт.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>{n} change from {name} is waiting. Ctrl+Z takes it back.</source>
            <translation>Ожидает изменений из {name}: {n}. Ctrl+Z их отменит.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/layout_note.py" />
            <source>{n} changes from {name} are waiting. Ctrl+Z takes them back.</source>
            <translation>Ожидает изменений из {name}: {n}. Ctrl+Z их отменит.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Before you apply</source>
            <translation>Перед применением</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Everything in {name} fits this portal, but look at this first.</source>
            <translation>Всё в {name} подходит этому порталу, но сначала посмотрите на это.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Line</source>
            <translation>Строка</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Nothing in {name} could be used. Correct it and try again.</source>
            <translation>Из {name} ничего не удалось использовать. Исправьте и попробуйте снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>Only a part of {name} fits this portal. Here is what to look at.</source>
            <translation>Этому порталу подходит только часть {name}. Вот на что стоит посмотреть.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>What does not fit</source>
            <translation>Что не подошло</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>{mistake} This is about {placements}.</source>
            <translation>{mistake} Это касается {placements}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>{n} place could not be written to the file:</source>
            <translation>Места, которые не удалось записать в файл ({n}):</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_dialog.py" />
            <source>{n} places could not be written to the file:</source>
            <translation>Места, которые не удалось записать в файл ({n}):</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_model.py" />
            <source>What was found</source>
            <translation>Что найдено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_model.py" />
            <source>left out</source>
            <translation>пропущено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/layouts/left_out_model.py" />
            <source>taken all the same</source>
            <translation>всё равно взято</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>Hide these notes</source>
            <translation>Скрыть подсказки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>Next</source>
            <translation>Далее</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>Nothing is sent while you type and tick. “Review and apply…” shows every change first, and what was applied can be taken back in “History”.</source>
            <translation>Пока вы печатаете и отмечаете, ничего не отправляется. «Просмотреть и применить…» сначала показывает каждое изменение, а применённое можно вернуть в «Истории».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>This portal lives on your computer: nothing you do here leaves it. On the left are the application's widgets; tick on the right where the open one should be.</source>
            <translation>Этот портал работает на вашем компьютере: ничего из сделанного здесь его не покидает. Слева виджеты приложения; отметьте справа, где должен быть открытый.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/demo_notes.py" />
            <source>“Checks” finds widgets that people would not see, and says what to do. “Open the portal”, in the menu beside its name, shows them as people see them.</source>
            <translation>«Проверки» находят виджеты, которых не будет видно, и говорят, что делать. «Открыть портал» в меню рядом с его именем покажет их так, как их видят люди.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>D&amp;iscard</source>
            <translation>Сб&amp;росить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Discard</source>
            <translation>Сбросить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Forget everything that was not applied; it can be undone</source>
            <translation>Забыть всё, что не применено; это можно отменить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Nothing can be changed here: {why}</source>
            <translation>Здесь ничего нельзя изменить: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Nothing to change yet: tick where the widget should be</source>
            <translation>Пока нечего менять: отметьте, где должен быть виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Plan</source>
            <translation>План</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Re&amp;view and apply…</source>
            <translation>&amp;Просмотреть и применить…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Redo</source>
            <translation>Вернуть отменённое</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Redo: {what}</source>
            <translation>Вернуть: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Review and apply</source>
            <translation>Просмотреть и применить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Shows every change before it is made</source>
            <translation>Показывает каждое изменение до того, как оно сделано</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>Undo: {what}</source>
            <translation>Отменить: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>{plan}. First: {problem}</source>
            <translation>{plan}. Сначала: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/plan_bar.py" />
            <source>{widget}: {problem}</source>
            <translation>{widget}: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Discard them</source>
            <translation>Сбросить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Go on with them</source>
            <translation>Продолжить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>What you had ticked is done by now ({moment}): from another window, or when an apply that was cut off was finished.</source>
            <translation>То, что вы отметили ({moment}), уже выполнено: из другого окна или при завершении прерванных изменений.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Your ticks and texts are still here from {moment}: {plan}.</source>
            <translation>Ваши отметки и тексты сохранились ({moment}): {plan}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>Your ticks are still here from {moment}.</source>
            <translation>Ваши отметки сохранились ({moment}).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>today, {time}</source>
            <translation>сегодня, {time}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>yesterday, {time}</source>
            <translation>вчера, {time}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} of them are done already.</source>
            <translation>Уже выполнено: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} of them is done already.</source>
            <translation>Уже выполнено: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} wait: the portal does not offer their places at the moment.</source>
            <translation>Ожидают: {n} — портал сейчас не предлагает эти места.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/resumed_note.py" />
            <source>{n} waits: the portal does not offer its place at the moment.</source>
            <translation>Ожидает: {n} — портал сейчас не предлагает это место.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>&amp;Bindings</source>
            <translation>&amp;Встройки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>All widgets by their places</source>
            <translation>Все виджеты по местам</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>Content</source>
            <translation>Содержание</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>The app's widgets, one of them open</source>
            <translation>Виджеты приложения, один из них открыт</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>What the open widget says and does</source>
            <translation>Что говорит и делает открытый виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>Where the open widget is to be</source>
            <translation>Где должен быть открытый виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/page/views.py" />
            <source>Widgets</source>
            <translation>Виджеты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/layout_dialog.py" />
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/layout_dialog.py" />
            <source>Export into a folder</source>
            <translation>Экспорт в папку</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/links.py" />
            <source>No browser opened. The address of the page is on the clipboard.</source>
            <translation>Браузер не открылся. Адрес страницы скопирован в буфер обмена.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Choose a type from the list, or create it on the portal and refresh.</source>
            <translation>Выберите смарт-процесс из списка или создайте его на портале и обновите данные.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Close bxdesk, and start it with the vault's key in BXDESK_VAULT_KEY.</source>
            <translation>Закройте bxdesk и запустите его с ключом хранилища в BXDESK_VAULT_KEY.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Close the other program, or choose another port: the same address must stand in “Your handler path” on the app's card and here.</source>
            <translation>Закройте другую программу или выберите другой порт: один и тот же адрес должен стоять в «Путь вашего обработчика» на карточке приложения и здесь.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Compare it with the custom types in the list.</source>
            <translation>Сравните его с пользовательскими типами в списке.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Compare it with the places in the list.</source>
            <translation>Сравните его с местами в списке.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Finish it, or put back what stood there before.</source>
            <translation>Завершите его или верните прежнее состояние.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>If it is a server of your own, its public part may be closed for a time: look in the main module's settings. If the portal is gone, sign out of it here.</source>
            <translation>Если это ваш собственный сервер, его публичная часть может быть временно закрыта: проверьте настройки главного модуля. Если портала больше нет, выйдите из него здесь.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>If it is your own server, enter it as the authorization server and sign in again.</source>
            <translation>Если это ваш собственный сервер, укажите его как сервер авторизации и войдите снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>It is left alone: remove it by hand if it is to go.</source>
            <translation>Оно оставлено: удалите вручную, если не нужно.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>It was left alone. Refresh, look at it, and plan again.</source>
            <translation>Там ничего не изменено. Обновите данные, проверьте и составьте план заново.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Look at the page in the browser. Check that “Your handler path” on the app's card is the address used here, then sign in again.</source>
            <translation>Посмотрите на страницу в браузере. Проверьте, что «Путь вашего обработчика» на карточке приложения — это адрес, который указан здесь, и войдите снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Move this one there, or give one of them other texts.</source>
            <translation>Перенесите этот туда или дайте одному из них другие тексты.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Press “Reinstall” on the app's card, or open the app in the portal: if it has a page of its own, that completes the installation. Otherwise add the app anew, without an interface, and move the widgets to it; changing the card does not help.</source>
            <translation>Нажмите «Reinstall» на карточке приложения или откройте приложение на портале: если у него есть своя страница, это завершит установку. Иначе добавьте приложение заново, без интерфейса, и перенесите на него виджеты; изменение карточки не помогает.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Refresh to see what it did, then try again.</source>
            <translation>Обновите данные, чтобы увидеть результат, и повторите попытку.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Refresh, compare, and apply again.</source>
            <translation>Обновите данные, сравните и примените снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Sign in again with the new address.</source>
            <translation>Войдите снова с новым адресом.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Sign in again.</source>
            <translation>Войдите снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Sign out of it and sign in again at the address that the portal really has.</source>
            <translation>Выйдите и войдите снова по адресу, который у портала на самом деле.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Tick it under “Assign permissions” on the app's card, save, and refresh here. If it is still missing then, sign in again; if that does not help, press “Reinstall” on the card.</source>
            <translation>Отметьте его в «Assign permissions» на карточке приложения, сохраните и обновите здесь. Если его всё ещё не будет, войдите снова; если не поможет, нажмите «Reinstall» на карточке.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Unlock or install a keyring and try again. You may also go on for this session only.</source>
            <translation>Разблокируйте или установите хранилище ключей и повторите попытку. Можно также продолжить только на этот сеанс.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Use the one on the app's card, as in {address}.</source>
            <translation>Используйте тот, что указан в карточке приложения, как в {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>Use {address} on the app's card and here, or paste the answer.</source>
            <translation>Укажите {address} в карточке приложения и здесь или вставьте ответ.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/parts/remedies.py" />
            <source>When it answers again, refresh or apply again: what was begun is finished or put back first.</source>
            <translation>Когда он снова ответит, обновите или примените ещё раз: начатое сначала будет завершено или возвращено.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>Progress</source>
            <translation>Ход выполнения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>Sending…</source>
            <translation>Отправка…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>Stopping after the changes that are on their way…</source>
            <translation>Остановка после уже отправленных изменений…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/change_runner.py" />
            <source>{done} of {total}: {what}</source>
            <translation>{done} из {total}: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Checking whether people will see it…</source>
            <translation>Проверяется, будет ли это видно…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Look at this, too: {problem}</source>
            <translation>Обратите внимание и на это: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Nothing was found that would keep people from seeing it.</source>
            <translation>Не найдено ничего, что помешало бы это увидеть.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>People will not see it: {problem}</source>
            <translation>Этого не будет видно: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/handler_check_line.py" />
            <source>Whether people will see it is not known: {problem}</source>
            <translation>Неизвестно, будет ли это видно: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>&amp;Undo…</source>
            <translation>&amp;Отменить…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>All &amp;portals</source>
            <translation>Все &amp;порталы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Looking at what stands there now…</source>
            <translation>Проверка текущего состояния…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Nothing was applied yet. What is applied is listed here, and can be taken back.</source>
            <translation>Пока ничего не применялось. Всё, что будет применено, появится здесь, и это можно будет отменить.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Reading…</source>
            <translation>Чтение…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Shows first what is taken back</source>
            <translation>Сначала показывает, что будет отменено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Steps of the chosen entry</source>
            <translation>Шаги выбранной записи</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>Switch to that portal first.</source>
            <translation>Сначала перейдите на этот портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>There is nothing of it left to take back.</source>
            <translation>Здесь больше нечего отменять.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_dialog.py" />
            <source>What was applied</source>
            <translation>Что применено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>By</source>
            <translation>Кто</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>Result</source>
            <translation>Результат</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>What</source>
            <translation>Что</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/history_model.py" />
            <source>When</source>
            <translation>Когда</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>Change</source>
            <translation>Изменение</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>Details</source>
            <translation>Подробности</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_model.py" />
            <source>The same texts and options as in the row above</source>
            <translation>Те же тексты и параметры, что и строкой выше</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>All {n} changes are done and read back.</source>
            <translation>Все изменения ({n}) выполнены и проверены на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>All {n} changes are done, but could not be read back.</source>
            <translation>Все изменения ({n}) выполнены, но проверить результат не удалось.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Bind “{title}” to {place}</source>
            <translation>Встроить «{title}» — {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Done</source>
            <translation>Выполнено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Failed</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Failed: {why}</source>
            <translation>Ошибка: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Give “{title}” at {place} another page address</source>
            <translation>Дать «{title}» в месте {place} другой адрес страницы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Not carried out</source>
            <translation>Не выполнено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Replace the texts at {place}</source>
            <translation>Заменить тексты — {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>The change is done and read back.</source>
            <translation>Изменение выполнено и проверено на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>The change is done, but could not be read back.</source>
            <translation>Изменение выполнено, но проверить результат не удалось.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>Unbind “{title}” from {place}</source>
            <translation>Убрать «{title}» — {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} are not known</source>
            <translation>неизвестен результат: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} change is done</source>
            <translation>Выполнено изменений: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} changes are done</source>
            <translation>Выполнено изменений: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} failed</source>
            <translation>с ошибкой: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} is not known</source>
            <translation>неизвестен результат: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} was not carried out</source>
            <translation>не выполнено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} was put back</source>
            <translation>{n} возвращено назад</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} were not carried out</source>
            <translation>не выполнено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/plan_words.py" />
            <source>{n} were put back</source>
            <translation>{n} возвращены назад</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Apply</source>
            <translation>&amp;Применить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Cancel</source>
            <translation>&amp;Отмена</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Stop</source>
            <translation>Ос&amp;тановить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>&amp;Try again…</source>
            <translation>&amp;Повторить…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Apply</source>
            <translation>Применить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Changes</source>
            <translation>Изменения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Review the changes on {portal}</source>
            <translation>Просмотр изменений на {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Sign &amp;in again…</source>
            <translation>&amp;Войти снова…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Stopped. The portal is read again to see what was done.</source>
            <translation>Остановлено. bxdesk заново читает портал, чтобы узнать, что выполнено.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>There is nothing to take back.</source>
            <translation>Отменять нечего.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_dialog.py" />
            <source>Undo on {portal}</source>
            <translation>Отмена изменений на {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/review_notes.py" />
            <source>{n} more are left alone for the same reason.</source>
            <translation>По той же причине не затронуто ещё: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>&amp;Finish</source>
            <translation>&amp;Завершить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>&amp;Leave it as it stands</source>
            <translation>&amp;Оставить как есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>&amp;Put everything back</source>
            <translation>&amp;Вернуть всё как было</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>An apply did not come to its end</source>
            <translation>Применение изменений не завершено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Brings back what stood there before</source>
            <translation>Восстанавливает то, что было раньше</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Changes nothing, and does not ask again</source>
            <translation>Ничего не меняет и больше не спрашивает</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Cut off on {portal}</source>
            <translation>Прервано на портале {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Decide later</source>
            <translation>Решить позже</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Does what is left of the changes</source>
            <translation>Выполняет оставшиеся изменения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Left as it stands</source>
            <translation>Оставлено как есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Nothing was sent; it is left as it stands.</source>
            <translation>Ничего не отправлено; всё остаётся как есть.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>Stopped.</source>
            <translation>Остановлено.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>What stands half-way</source>
            <translation>Что осталось незавершённым</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>What stands there now</source>
            <translation>Что там сейчас</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>changed by somebody else; it is left alone</source>
            <translation>изменено кем-то другим; остаётся как есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>done</source>
            <translation>выполнено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>half done</source>
            <translation>выполнено наполовину</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>not done: what stood there before</source>
            <translation>не выполнено: прежнее состояние</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plans/unfinished_dialog.py" />
            <source>{user} began it: {moment}. bxdesk or the connection ended before all was done. This is what stands there now; nothing is changed before you choose.</source>
            <translation>Начато: {user}, {moment}. Работа bxdesk или соединение прервались раньше, чем всё было сделано. Ниже — текущее состояние; ничего не изменится, пока вы не сделаете выбор.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>&amp;Export</source>
            <translation>&amp;Экспортировать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>Export layouts</source>
            <translation>Экспорт схем</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>Files</source>
            <translation>Файлы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>Into the folder {folder}</source>
            <translation>В папку {folder}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>{n} file written to {folder}</source>
            <translation>Записано файлов в {folder}: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>{n} files written to {folder}</source>
            <translation>Записано файлов в {folder}: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_dialog.py" />
            <source>{said}; {n} failed</source>
            <translation>{said}; с ошибкой: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>replaces the file there</source>
            <translation>заменит имеющийся файл</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>{n} place saved</source>
            <translation>Сохранено мест: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>{n} places saved</source>
            <translation>Сохранено мест: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/export_model.py" />
            <source>{said}, {n} left out</source>
            <translation>{said}, пропущено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/group_dialog.py" />
            <source>Only bxdesk uses it. Left empty, they are in no group.</source>
            <translation>Используется только в bxdesk. Если оставить пустым, они не входят ни в одну группу.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/group_dialog.py" />
            <source>The group of {n} portal</source>
            <translation>Группа для порталов: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/group_dialog.py" />
            <source>The group of {n} portals</source>
            <translation>Группа для порталов: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>&amp;Forget the layout</source>
            <translation>Убрать с&amp;хему</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>Compare with a lay&amp;out…</source>
            <translation>С&amp;равнить со схемой…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>How far each portal is from what a layout file says</source>
            <translation>Насколько каждый портал отличается от файла схемы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/layout_choice.py" />
            <source>Select the portals that the layout is to be applied to</source>
            <translation>Выберите порталы, к которым нужно применить схему</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>It has not been read in this window yet.</source>
            <translation>В этом окне он ещё не прочитан.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>Open it</source>
            <translation>Открыть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>Read it</source>
            <translation>Прочитать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>Try again</source>
            <translation>Повторить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>What is known of the portal</source>
            <translation>Что известно о портале</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>{portal} (1 of {n} selected)</source>
            <translation>{portal} (выбрано: 1 из {n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_details.py" />
            <source>{state}, last read {moment}</source>
            <translation>{state}, прочитан {moment}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>a check found something</source>
            <translation>проверка нашла проблему</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>changes wait</source>
            <translation>есть неприменённые изменения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>cut off</source>
            <translation>прервано</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>differs from the layout</source>
            <translation>отличается от макета</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>drifted</source>
            <translation>есть отклонения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_filter.py" />
            <source>in step with the layout</source>
            <translation>соответствует макету</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Against {layout}</source>
            <translation>По сравнению с {layout}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Drift</source>
            <translation>Отклонения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Drift since {moment}</source>
            <translation>Отклонения с {moment}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Nothing differs.</source>
            <translation>Различий нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Nothing was found.</source>
            <translation>Ничего не найдено.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Proof that it shows</source>
            <translation>Проверка показа</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>There is none.</source>
            <translation>Нет ни одного.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>Waits in your draft</source>
            <translation>Ожидает в вашем черновике</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>bxdesk has applied nothing here yet.</source>
            <translation>bxdesk здесь ещё ничего не применял.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>does not fit</source>
            <translation>не подходит</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>in step</source>
            <translation>соответствует</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>{n} when it was last read</source>
            <translation>{n} при последнем чтении</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>{title}: {n} place</source>
            <translation>{title}: мест: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>{title}: {n} places</source>
            <translation>{title}: мест: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>“{title}” appeared at {place}</source>
            <translation>«{title}» появился: {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>“{title}” changed at {place}</source>
            <translation>«{title}» изменён: {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portal_sections.py" />
            <source>“{title}” vanished from {place}</source>
            <translation>«{title}» исчез: {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Check</source>
            <translation>Пров&amp;ерить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Export layouts…</source>
            <translation>&amp;Экспортировать схемы…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Move to a new server…</source>
            <translation>Пере&amp;нести на новый сервер…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Open</source>
            <translation>&amp;Открыть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Prove that it shows…</source>
            <translation>Проверить по&amp;каз…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>&amp;Read</source>
            <translation>&amp;Прочитать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Apply {layout} to several portals</source>
            <translation>Применить {layout} к нескольким порталам</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Move from {before} to {after}</source>
            <translation>Перенос с {before} на {after}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Put into a &amp;group…</source>
            <translation>Поместить в &amp;группу…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_menu.py" />
            <source>Re&amp;name…</source>
            <translation>Пере&amp;именовать…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Bindings that somebody else has changed since bxdesk last changed the portal</source>
            <translation>Привязки, которые кто-то изменил после последнего изменения портала через bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Drifted</source>
            <translation>Отклонения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Last read</source>
            <translation>Прочитан</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Layout</source>
            <translation>Схема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Places that your draft changes, and that are not applied yet</source>
            <translation>Места, которые меняет ваш черновик и которые ещё не применены</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>State</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>The worst that checks found of what would keep widgets from being seen</source>
            <translation>Самое серьёзное из найденного проверками, что помешало бы увидеть виджеты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>Waiting</source>
            <translation>Ожидают</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>What has to change until the portal is as the layout says</source>
            <translation>Что нужно изменить, чтобы портал соответствовал схеме</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_model.py" />
            <source>When the portal was last read</source>
            <translation>Когда портал прочитан в последний раз</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>All groups</source>
            <translation>Все группы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>All states</source>
            <translation>Все состояния</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>No portal matches what is searched.</source>
            <translation>Ни один портал не подходит под условия поиска.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>Portals ({n})</source>
            <translation>Порталы ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_page.py" />
            <source>Read &amp;all</source>
            <translation>Прочитать &amp;все</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/portals_table.py" />
            <source>Portals</source>
            <translation>Порталы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/proof_series.py" />
            <source>On none of these portals stands a widget, as far as they could be read.</source>
            <translation>Ни на одном из этих порталов виджетов нет — насколько их удалось прочитать.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/proof_series.py" />
            <source>There is nothing to prove.</source>
            <translation>Проверять нечего.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Also &amp;remove what the layout does not name</source>
            <translation>&amp;Убрать и то, чего нет в схеме</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Done on {n} portal</source>
            <translation>Готово на порталах: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Done on {n} portals</source>
            <translation>Готово на порталах: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>Reading the portals…</source>
            <translation>Чтение порталов…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{done} of {total} portals</source>
            <translation>Порталов: {done} из {total}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{plan} on {n} portal</source>
            <translation>{plan} (порталов: {n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{plan} on {n} portals</source>
            <translation>{plan} (порталов: {n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/rollout_dialog.py" />
            <source>{said}; {n} stopped</source>
            <translation>{said}; остановлено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>&amp;Try again what failed ({n})</source>
            <translation>Повторить не&amp;удавшиеся ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Cance&amp;l checking</source>
            <translation>О&amp;становить проверку</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Cance&amp;l reading</source>
            <translation>&amp;Отменить чтение</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Portals that were checked</source>
            <translation>Проверенные порталы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Portals that were read</source>
            <translation>Прочитанные порталы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>Stopped: {said}</source>
            <translation>Остановлено: {said}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>{done} of {total} checked</source>
            <translation>Проверено: {done} из {total}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>{done} of {total} read</source>
            <translation>Прочитано {done} из {total}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/run_line.py" />
            <source>{said}, {failed} failed</source>
            <translation>{said}, с ошибкой: {failed}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_dialog.py" />
            <source>Move to a new server on {n} portal</source>
            <translation>Перенос на новый сервер, порталов: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_dialog.py" />
            <source>Move to a new server on {n} portals</source>
            <translation>Перенос на новый сервер, порталов: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_dialog.py" />
            <source>Re&amp;view…</source>
            <translation>&amp;Просмотреть…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>Portal and widget</source>
            <translation>Портал и виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>reading…</source>
            <translation>чтение…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>{n} place</source>
            <translation>мест: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/portals/server_move_model.py" />
            <source>{n} places</source>
            <translation>мест: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>doubtful</source>
            <translation>сомнительно</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>good</source>
            <translation>хорошо</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>not for everybody</source>
            <translation>не для всех</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>not known</source>
            <translation>неизвестно</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>not seen</source>
            <translation>не видно</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>problem</source>
            <translation>проблема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/checking.py" />
            <source>shows</source>
            <translation>видно</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>no rights</source>
            <translation>нет прав</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>not reachable</source>
            <translation>недоступен</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>not read</source>
            <translation>не прочитано</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>not read yet</source>
            <translation>ещё не прочитан</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>read earlier</source>
            <translation>прочитан ранее</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>session ended</source>
            <translation>сеанс завершён</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/connections.py" />
            <source>signed in</source>
            <translation>вход выполнен</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/goals.py" />
            <source>It stands at the new address already.</source>
            <translation>По новому адресу он уже есть.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/goals.py" />
            <source>The layout does not name it.</source>
            <translation>В схеме его нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>layout file</source>
            <translation>файл схемы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>other addresses</source>
            <translation>другие адреса</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>removal of bindings</source>
            <translation>удаление встроек</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>removal of the widget</source>
            <translation>удаление виджета</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/layout_edits.py" />
            <source>the selected bindings</source>
            <translation>выбранные встройки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/rollout.py" />
            <source>sending changes…</source>
            <translation>отправка изменений…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/session.py" />
            <source>You are signed in, but the portals cannot be listed.</source>
            <translation>Вход выполнен, но список порталов получить не удаётся.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/side_by_side.py" />
            <source>waiting…</source>
            <translation>ожидание…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>An apply of one change was cut off here before its end.</source>
            <translation>Применение одного изменения на этом портале было прервано.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>An apply of {count} changes was cut off here before its end.</source>
            <translation>Применение изменений ({count}) на этом портале было прервано.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>Look at what stands there, then finish it or put everything back.</source>
            <translation>Посмотрите, что там сейчас, затем завершите начатое или верните всё как было.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/unfinished_work.py" />
            <source>Nothing else can be applied to this portal until this is finished or put back.</source>
            <translation>К этому порталу нельзя применить ничего другого, пока это не завершено или не возвращено.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>different text here</source>
            <translation>другой текст здесь</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>languages</source>
            <translation>языки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>options</source>
            <translation>параметры</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>page address</source>
            <translation>адрес страницы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>texts</source>
            <translation>тексты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/widget_edits.py" />
            <source>ticks</source>
            <translation>отметки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/session/workspace.py" />
            <source>discarding</source>
            <translation>сброс</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/keyring_line.py" />
            <source>Ask &amp;again</source>
            <translation>За&amp;просить снова</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/keyring_line.py" />
            <source>Asking…</source>
            <translation>Запрос…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>&amp;Language</source>
            <translation>&amp;Язык</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>&amp;Theme</source>
            <translation>&amp;Тема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Address of the proxy</source>
            <translation>Адрес прокси</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>As the system</source>
            <translation>Как в системе</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Certificates</source>
            <translation>Сертификаты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Dark</source>
            <translation>Тёмная</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Directly</source>
            <translation>Напрямую</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Enter the proxy's address, such as http://proxy.example.com:3128.</source>
            <translation>Введите адрес прокси, например http://proxy.example.com:3128.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Light</source>
            <translation>Светлая</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>P&amp;roxy</source>
            <translation>П&amp;рокси</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Proxy</source>
            <translation>Прокси</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Settings</source>
            <translation>Настройки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Theme</source>
            <translation>Тема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>Through this proxy</source>
            <translation>Через этот прокси</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>With a user and password: http://USER:PASSWORD@proxy:3128. They are kept with your secrets.</source>
            <translation>С именем пользователя и паролем: http://USER:PASSWORD@proxy:3128. Они хранятся вместе с вашими секретными данными.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>checked against the system's store, always</source>
            <translation>всегда проверяются по системному хранилищу</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings/settings_dialog.py" />
            <source>{why} Or save once more: then the password holds for this session only.</source>
            <translation>{why} Или сохраните ещё раз: тогда пароль будет действовать только в этом сеансе.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>&amp;Connect a portal…</source>
            <translation>&amp;Подключить портал…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>&amp;Try it on a demo portal</source>
            <translation>П&amp;опробовать на демопортале</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Go on for this &amp;session only…</source>
            <translation>Продолжить только в этом с&amp;еансе…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Opening…</source>
            <translation>Открытие…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Opens another window. Nothing of it stays, and nothing leaves this computer.</source>
            <translation>Откроется ещё одно окно. Ничего из него не сохраняется и не покидает этот компьютер.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Places, bindings, custom types and permissions, in one request.</source>
            <translation>Места, встройки, смарт-процессы и права — одним запросом.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Put your widgets into Bitrix24</source>
            <translation>Встройте свои виджеты в Битрикс24</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Reading {portal}…</source>
            <translation>Чтение {portal}…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Sign in &amp;again…</source>
            <translation>&amp;Войти снова…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Sign in anew; the keys are forgotten when bxdesk is closed.</source>
            <translation>Войти заново; ключи будут забыты при закрытии bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Start bxdesk with --demo: then it says what is missing.</source>
            <translation>Запустите bxdesk с ключом --demo: он сообщит, чего не хватает.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Stopped</source>
            <translation>Остановлено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>The demo portal could not be opened.</source>
            <translation>Не удалось открыть демопортал.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Working</source>
            <translation>Выполнение</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>bxdesk shows where your application appears in a portal: buttons above the timeline of leads, deals and custom types, the Contact Center tile. Tick where it should be, look at what will change, and apply.</source>
            <translation>bxdesk показывает, где ваше приложение видно на портале: кнопки над таймлайном лидов, сделок и смарт-процессов, плитка в контакт-центре. Отметьте, где оно должно быть, посмотрите, что изменится, и примените.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>{portal} was not read.</source>
            <translation>Портал {portal} не прочитан.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>&amp;Refresh</source>
            <translation>О&amp;бновить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>All portals that are connected, and how they are</source>
            <translation>Все подключённые порталы и их состояние</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Che&amp;cks</source>
            <translation>Провер&amp;ки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>H&amp;elp</source>
            <translation>&amp;Справка</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Histor&amp;y</source>
            <translation>&amp;История</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Language, theme and proxy</source>
            <translation>Язык, тема и прокси</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>More about this portal</source>
            <translation>Действия с порталом</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Op&amp;en the portal</source>
            <translation>&amp;Открыть портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Open its &amp;developer resources</source>
            <translation>Открыть раздел «&amp;Разработчикам»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Open its a&amp;pplications and their cards</source>
            <translation>Открыть при&amp;ложения и их карточки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Read again what you see; your ticks and texts stay</source>
            <translation>Перечитать то, что на экране; отметки и тексты сохранятся</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Reading the portal</source>
            <translation>Чтение портала</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Setti&amp;ngs</source>
            <translation>Настро&amp;йки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Sign &amp;out…</source>
            <translation>Вы&amp;йти…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>What each place is, and how bxdesk works</source>
            <translation>Что это за места и как работает bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>What was applied and when, and the way back from it</source>
            <translation>Что и когда применено и как это отменить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>What would keep widgets from being seen, and what to do</source>
            <translation>Что может скрыть виджеты и что делать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>&amp;Add</source>
            <translation>&amp;Добавить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>A type ID is a whole number, such as 183.</source>
            <translation>ID типа — целое число, например 183.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>Add a custom type</source>
            <translation>Добавить смарт-процесс</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>The number in the type's address on the portal: …/crm/type/183/… (its entityTypeId).</source>
            <translation>Число в адресе смарт-процесса на портале: …/crm/type/183/… (его entityTypeId).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>Type &amp;ID</source>
            <translation>ID &amp;типа</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/add_type_dialog.py" />
            <source>Type ID</source>
            <translation>ID типа</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_cells.py" />
            <source>none can be bound</source>
            <translation>встроить нельзя</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_cells.py" />
            <source>{bound} of {all} bound</source>
            <translation>Встроено: {bound} из {all}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>Name, code, type or number</source>
            <translation>Название, код, тип, номер</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>No place matches “{text}”.</source>
            <translation>Нет мест, соответствующих «{text}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_panel.py" />
            <source>Tick where the widget should be. Select a row to read more about it.</source>
            <translation>Отметьте, где должен быть виджет. Выберите строку, чтобы узнать о месте больше.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>Add a type ID…</source>
            <translation>Добавить по ID типа…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>More placements</source>
            <translation>Другие места</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>More placements ({n})</source>
            <translation>Ещё места ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>Type {number}</source>
            <translation>Смарт-процесс {number}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_rows.py" />
            <source>{title} ({number})</source>
            <translation>{title} ({number})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_tree.py" />
            <source>&amp;Different text here</source>
            <translation>&amp;Другой текст здесь</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/placement_tree.py" />
            <source>&amp;Open in the portal</source>
            <translation>&amp;Открыть на портале</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>Another widget of this app stands here: {others}. It is left alone.</source>
            <translation>Здесь стоит другой виджет этого приложения: {others}. Он остаётся как есть.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It gets the address {address}.</source>
            <translation>Он получит адрес {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It has a different text here: “{title}”.</source>
            <translation>Здесь у него другой текст: «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>It says “{title}” there now.</source>
            <translation>Сейчас там «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>Nothing of this app is bound here.</source>
            <translation>Виджетов этого приложения здесь нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>The binding will be removed.</source>
            <translation>Виджет будет убран отсюда.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>The widget is bound here, as it is shown.</source>
            <translation>Виджет встроен здесь таким, как показано.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>The widget will be bound here.</source>
            <translation>Виджет будет встроен здесь.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>another widget</source>
            <translation>другой виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>bound</source>
            <translation>встроено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>bound, different text</source>
            <translation>встроено, другой текст</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>not available: {why}</source>
            <translation>недоступно: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>not bound</source>
            <translation>не встроено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>to bind, different text</source>
            <translation>встроить, другой текст</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>to move</source>
            <translation>перевести</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>to replace, different text</source>
            <translation>заменить, другой текст</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>waits for its place</source>
            <translation>ждёт своего места</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/tree/state_words.py" />
            <source>{state}, hidden by the type</source>
            <translation>{state}, скрыто смарт-процессом</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>Checks: {verdict}</source>
            <translation>Проверки: {verdict}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>New widget</source>
            <translation>Новый виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>no page address yet</source>
            <translation>адреса страницы пока нет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>{n} to bind</source>
            <translation>встроить: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>{n} to change</source>
            <translation>изменить: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_model.py" />
            <source>{n} to unbind</source>
            <translation>убрать: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>&amp;Remove from all places</source>
            <translation>&amp;Убрать со всех мест</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>Find a widget</source>
            <translation>Найти виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>New &amp;widget</source>
            <translation>Новый ви&amp;джет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/widgets/widget_panel.py" />
            <source>Opens a widget that stands nowhere yet</source>
            <translation>Открывает виджет, которого ещё нигде нет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>&amp;Move to a new application…</source>
            <translation>Перенести на новое &amp;приложение…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Dismiss</source>
            <translation>Скрыть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Loo&amp;k at it…</source>
            <translation>Посмотр&amp;еть…</translation>
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
            <translation>С этого компьютера нельзя показать страницу.</translation>
        </message>
        <message>
            <location filename="bxdesk/loopback.py" />
            <source>bxdesk is not reached by this name.</source>
            <translation>Под этим именем bxdesk недоступен.</translation>
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
            <translation>Не хватает права, которое нужно для {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Compare the permissions in the app's card with the placement's documentation.</source>
            <translation>Сравните права в карточке приложения с документацией по этому месту.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Placements that need it stay hidden until the app's card grants it.</source>
            <translation>Места, которым оно нужно, скрыты, пока это право не дано в карточке приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The app lacks the permission “{permission}”.</source>
            <translation>У приложения нет права «{permission}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The code is misspelt, or the portal's edition or modules do not have this place.</source>
            <translation>В коде опечатка, либо в редакции или модулях портала нет этого места.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The number in a placement's code is the type's entityTypeId, not its id.</source>
            <translation>Номер в коде места — это entityTypeId смарт-процесса, а не его id.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal does not offer {code}.</source>
            <translation>Портал не предлагает {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal has no custom type with the number {number}.</source>
            <translation>На портале нет смарт-процесса с номером {number}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal has this place, but hides it from the app.</source>
            <translation>На портале это место есть, но от приложения оно скрыто.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>{code} is not set by binding.</source>
            <translation>{code} не задаётся встраиванием.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>Missing or wrong: {names}.</source>
            <translation>Отсутствуют или неверны: {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>Take all fields of the POST request, those of its address included.</source>
            <translation>Возьмите все поля POST-запроса, включая поля из его адреса.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>This is not the call that a portal makes to a handler.</source>
            <translation>Это не тот вызов, с которым портал обращается к обработчику.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>1 when the portal is opened over https, 0 over http.</source>
            <translation>1, если портал открыт по https; 0, если по http.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>A token to call the portal on behalf of the person who opened the widget. Keep it out of logs.</source>
            <translation>Токен для запросов к порталу от имени пользователя, открывшего виджет. Не записывайте его в журналы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>A token to get a new AUTH_ID with, together with the app's keys. Keep it out of logs.</source>
            <translation>Токен, с которым вместе с ключами приложения получают новый AUTH_ID. Не записывайте его в журналы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>For how many seconds that token is good.</source>
            <translation>Сколько секунд действует этот токен.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Names this one opening of the widget. The portal's JavaScript library finds its window by it.</source>
            <translation>Обозначает именно это открытие виджета. По нему JavaScript-библиотека портала находит своё окно.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The authorization server that renews the tokens. Older portals do not tell it.</source>
            <translation>Сервер авторизации, который обновляет токены. Старые порталы его не передают.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The kind of app: L local, F free, D demo, T trial, P paid, S subscription.</source>
            <translation>Тип приложения: L — локальное, F — бесплатное, D — демо, T — пробное, P — платное, S — по подписке.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The language in which the person sees the portal. Show your page in it.</source>
            <translation>Язык, на котором пользователь видит портал. Покажите страницу на нём.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The permissions of the app. Older portals do not tell them.</source>
            <translation>Права приложения. Старые порталы их не передают.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The portal's address, without “https://”.</source>
            <translation>Адрес портала без «https://».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>The same in every call to this app: by it a handler knows the portal. Older portals do not send it.</source>
            <translation>Одинаков во всех вызовах этого приложения: по нему обработчик узнаёт портал. Старые порталы его не передают.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>What the widget was opened on, as a JSON text. Be prepared for a missing or an empty one.</source>
            <translation>Для чего открыт виджет, в виде текста JSON. Может отсутствовать или быть пустым.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Where the widget was opened. One handler can serve many places and tell them apart by this.</source>
            <translation>Где открыт виджет. Один обработчик может обслуживать много мест и различать их по этому коду.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Where the widget was opened; {number} in it is the number of the custom type.</source>
            <translation>Где открыт виджет; {number} в коде — номер смарт-процесса.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call_fields.py" />
            <source>Which portal it is. Stays the same when the portal gets another address.</source>
            <translation>Какой это портал. Не меняется, даже если портал получит другой адрес.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Activity</source>
            <translation>Дело</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Company</source>
            <translation>Компания</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Contact</source>
            <translation>Контакт</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Deal</source>
            <translation>Сделка</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Estimate</source>
            <translation>Коммерческое предложение</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Invoice</source>
            <translation>Счёт</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Lead</source>
            <translation>Лид</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Order</source>
            <translation>Заказ</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>The page of the portal that the widget was opened from. Missing where the browser does not tell it.</source>
            <translation>Страница портала, с которой открыт виджет. Отсутствует, если браузер её не передаёт.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>type {number}</source>
            <translation>смарт-процесс {number}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>{family}: {object}</source>
            <translation>{family}: {object}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>A portal takes the widget all the same.</source>
            <translation>Портал всё равно принимает виджет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Choose it only for a page that was written for it.</source>
            <translation>Выбирайте это только для страницы, написанной для этого.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Enter the other text too, or empty both.</source>
            <translation>Введите и другой текст или очистите оба.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Nobody sees it there: this type has its {what} switched off.</source>
            <translation>Там его никто не видит: в этом смарт-процессе выключено: {what}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>One text of the notice has no effect without the other.</source>
            <translation>Один текст уведомления без другого не действует.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>People see the notice only if both are filled. Its “learn more” opens the app's own address, the handler path of its card.</source>
            <translation>Уведомление видно, только если заполнены оба. Его «подробнее» открывает собственный адрес приложения — путь обработчика с его карточки.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Some portals show only the last tile of an app.</source>
            <translation>Некоторые порталы показывают только последнюю плитку приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Switch its {what} on in the type's settings on the portal.</source>
            <translation>Включите в настройках смарт-процесса на портале: {what}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>The portal loads the page unseen, and draws what its script asks for with “setLayout”.</source>
            <translation>Портал загружает страницу невидимо и рисует то, что её скрипт просит через «setLayout».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>This app has several tiles in the Contact Center.</source>
            <translation>У этого приложения несколько плиток в Контакт-центре.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>Use one tile whose page offers the choice.</source>
            <translation>Используйте одну плитку, страница которой предлагает выбор.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>With the built-in interface an ordinary page shows nothing.</source>
            <translation>Со встроенным интерфейсом обычная страница ничего не показывает.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>{count} more</source>
            <translation>ещё {count}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/cautions.py" />
            <source>{places}: {problem}</source>
            <translation>{places}: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>For user</source>
            <translation>Для пользователя</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/change_words.py" />
            <source>nothing</source>
            <translation>ничего</translation>
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
            <translation>{number} ({name}) после «{before}»</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/characters.py" />
            <source>{number} ({name}) at the beginning</source>
            <translation>{number} ({name}) в начале</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/draft.py" />
            <source>Tick the places of both in one of them, and remove the other.</source>
            <translation>Отметьте места обоих в одном из них, а другой уберите.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/draft.py" />
            <source>Two widgets have the same page address.</source>
            <translation>У двух виджетов один и тот же адрес страницы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Address that is told of errors</source>
            <translation>Адрес для сообщений об ошибках</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>An entry of the group “Applications” in the portal's main menu.</source>
            <translation>Пункт группы «Приложения» в главном меню портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>BI analytics menu</source>
            <translation>Меню BI-аналитики</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Background worker</source>
            <translation>Фоновый обработчик</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Custom field type</source>
            <translation>Свой тип поля</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>In the editor of sites. The app sets it with its blocks; it cannot be bound by hand.</source>
            <translation>В редакторе сайтов. Приложение ставит это вместе со своими блоками; вручную разместить нельзя.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Inside a field of a CRM card: the app shows the value and takes it in. The portal sets it when the app registers its type of field; it cannot be bound by hand.</source>
            <translation>Внутри поля карточки CRM: приложение показывает и принимает значение. Портал задаёт его, когда приложение регистрирует свой тип поля; встроить его вручную нельзя.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Main menu</source>
            <translation>Главное меню</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Menu of a block</source>
            <translation>Меню блока</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Nowhere by itself: it opens when somebody follows a link “/marketplace/view/…/” in a message, comment or task. For “…” stands the app's client ID.</source>
            <translation>Сам по себе — нигде: открывается по ссылке «/marketplace/view/…/» из сообщения, комментария или задачи. Вместо «…» стоит client ID приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Nowhere: it runs unseen on every page of the portal. The portal removes one that takes longer than five seconds to answer more than ten times a day.</source>
            <translation>Нигде: незаметно работает на каждой странице портала. Если обработчик чаще десяти раз в день отвечает дольше пяти секунд, портал его убирает.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Register the blocks from your application.</source>
            <translation>Зарегистрируйте блоки из своего приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Register the field type from your application.</source>
            <translation>Зарегистрируйте тип поля из своего приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Settings of a page</source>
            <translation>Настройки страницы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Settings of an Open Channel connector</source>
            <translation>Настройки коннектора открытой линии</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Sites: settings and blocks</source>
            <translation>Сайты: настройки и блоки</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The app's own address</source>
            <translation>Собственный адрес приложения</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The connector, by the name the app gave it.</source>
            <translation>Коннектор под именем, которое дало ему приложение.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The field's name in another system, if it has one.</source>
            <translation>Имя поля в другой системе, если оно есть.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The field.</source>
            <translation>Поле.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The kind of card that the field is in.</source>
            <translation>Вид карточки, в которой находится поле.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The last entry of the group “BI analytics” in CRM analytics. The portal opens the handler without telling it anything.</source>
            <translation>Последний пункт группы «BI-аналитика» в разделе «CRM-аналитика». Портал открывает обработчик, ничего ему не передавая.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The number of the CRM object; 0 in a new card.</source>
            <translation>Номер элемента CRM; 0 в новой карточке.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The number of the Open Channel.</source>
            <translation>Номер открытой линии.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The page that opens when somebody connects a channel in the Contact Center. Nobody sees it before the app has registered its connector with the same address (imconnector.register).</source>
            <translation>Страница, которая открывается, когда кто-то подключает канал в Контакт-центре. Её никто не видит, пока приложение не зарегистрирует свой коннектор с тем же адресом (imconnector.register).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The placement once more.</source>
            <translation>Ещё раз код места.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The portal sets it when a field type is registered (userfieldtype.add).</source>
            <translation>Портал задаёт его при регистрации типа поля (userfieldtype.add).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>The portal sets it when blocks are registered (landing.repo.bind).</source>
            <translation>Портал ставит это при регистрации блоков (landing.repo.bind).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>What is in the field; a list where it takes several values.</source>
            <translation>Значение поля; список, если поле множественное.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whatever stands in the link as “params[…]”, by the name it has there.</source>
            <translation>Всё, что указано в ссылке как «params[…]», под теми же именами.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether all of it works.</source>
            <translation>Всё ли работает.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether it must be filled in: Y or N.</source>
            <translation>Обязательно ли поле: Y или N.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether it takes several values: Y or N.</source>
            <translation>Множественное ли поле: Y или N.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the channel is registered with that service.</source>
            <translation>Зарегистрирована ли линия в этом сервисе.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the connector has an error.</source>
            <translation>Есть ли ошибка у коннектора.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the connector is switched on for this channel.</source>
            <translation>Включён ли коннектор для этой линии.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the field is shown or edited: view or edit.</source>
            <translation>Показывается поле или редактируется: view или edit.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/application.py" />
            <source>Whether the service outside is connected.</source>
            <translation>Подключён ли внешний сервис.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Administrators</source>
            <translation>Администраторы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>All chats</source>
            <translation>Все чаты</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Also for people from outside (extranet)</source>
            <translation>Также для внешних пользователей (экстранет)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry at the end of a message's menu “•••”, under “More”.</source>
            <translation>Пункт в конце меню сообщения «•••», под пунктом «Ещё».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the bar above a chat's message field. People show that bar with the button for applications at the right end of the field.</source>
            <translation>Пункт панели над полем сообщения чата. Панель открывают кнопкой приложений справа в этом поле.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the block “Applications” at the bottom of a chat's side panel.</source>
            <translation>Пункт блока «Приложения» внизу боковой панели чата.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the menu “Apps” above the message field, in the mobile app. Not every portal has this menu. The app shows it to everybody and in all chats, whatever the options say.</source>
            <translation>Пункт меню «Приложения» над полем сообщения в мобильном приложении. Это меню есть не на каждом портале. Мобильное приложение показывает его всем и во всех чатах, что бы ни говорили параметры.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>An entry of the messenger's own navigation, beside “Chats” and “Channels”, often under “More”. The widget takes the whole room of the messenger.</source>
            <translation>Пункт навигации мессенджера, рядом с пунктами «Чаты» и «Каналы», часто под кнопкой «Ещё». Виджет занимает всё окно мессенджера.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Aqua</source>
            <translation>Аквамариновый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Azure</source>
            <translation>Лазурный</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Brown</source>
            <translation>Коричневый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Browser and desktop app</source>
            <translation>Браузер и приложение для компьютера</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>CRM chats</source>
            <translation>Чаты CRM</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: above the message field</source>
            <translation>Чат: над полем сообщения</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: menu of a message</source>
            <translation>Чат: меню сообщения</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: navigation</source>
            <translation>Чат: навигация</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: selection of smileys (obsolete)</source>
            <translation>Чат: выбор смайлов (устарело)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chat: side panel</source>
            <translation>Чат: боковая панель</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chats it is shown in</source>
            <translation>В каких чатах показывать</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Chats of two</source>
            <translation>Личные чаты</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Colour</source>
            <translation>Цвет</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Dark blue</source>
            <translation>Тёмно-синий</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Graphite</source>
            <translation>Графитовый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Gray</source>
            <translation>Серый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Green</source>
            <translation>Зелёный</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Group chats</source>
            <translation>Групповые чаты</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Height of the frame (percent)</source>
            <translation>Высота фрейма (проценты)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Icon name</source>
            <translation>Имя значка</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Khaki</source>
            <translation>Хаки</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Light blue</source>
            <translation>Голубой</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Lime</source>
            <translation>Лаймовый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Marengo</source>
            <translation>Маренго</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Mint</source>
            <translation>Мятный</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Mobile app</source>
            <translation>Мобильное приложение</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Nowhere on newer portals: it can be bound, but since version im 25.1600 of the messenger nothing opens it.</source>
            <translation>На новых порталах нигде: разместить можно, но с версии im 25.1600 мессенджера ничто это не открывает.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Open Channels</source>
            <translation>Открытые линии</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Orange</source>
            <translation>Оранжевый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>People who see it</source>
            <translation>Кто видит</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Pink</source>
            <translation>Розовый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Purple</source>
            <translation>Фиолетовый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Red</source>
            <translation>Красный</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Sand</source>
            <translation>Песочный</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>The chat: “chat” and a number, or the number of the other person.</source>
            <translation>Чат: «chat» и номер или номер собеседника.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>The number of the message.</source>
            <translation>Номер сообщения.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/chat.py" />
            <source>Width of the frame (percent)</source>
            <translation>Ширина фрейма (проценты)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>6 for an activity; other records have other keys.</source>
            <translation>6 для дела; у других записей другие ключи.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A button at the top right of a report in CRM analytics. Reports without settings of their own lack it.</source>
            <translation>Кнопка справа вверху отчёта в разделе «CRM-аналитика». В отчётах без собственных настроек её нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A button at the top right of the window for automation rules.</source>
            <translation>Кнопка справа вверху окна с роботами («Автоматизация продаж»).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A button at the top right of the window “Sales pipelines and tunnels”, which opens from the list of pipelines above a kanban.</source>
            <translation>Кнопка справа вверху окна «Воронки и туннели продаж», которое открывается из списка воронок над канбаном.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A source for the search in a company's or contact's “Details”.</source>
            <translation>Источник для поиска в поле «Реквизиты» компании или контакта.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A source for the search in the form for bank details.</source>
            <translation>Источник для поиска в форме банковских реквизитов.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A source for the search while somebody enters a company's details.</source>
            <translation>Источник для поиска, пока кто-то вводит реквизиты компании.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A tab in the row at the top of a card; with little room it is under “More”.</source>
            <translation>Вкладка в ряду вкладок вверху карточки; если места мало, она под кнопкой «Ещё».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>A tile at the bottom of the Contact Center (/contact_center/ on the portal), among the partner solutions. A tile opens its page and nothing else: it connects no channel, which is what imconnector.register does.</source>
            <translation>Плитка внизу Контакт-центра (/contact_center/ на портале), среди решений партнёров. Плитка открывает свою страницу и больше ничего: канала она не подключает, это делает imconnector.register.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry below the clients that are found while somebody types into the client's field of a card; it comes with the third letter.</source>
            <translation>Пункт под списком найденных клиентов при вводе в поле клиента в карточке; появляется с третьей буквы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the bar above a card's timeline, where “Activity” and “Comment” are; as a rule it is under “More”.</source>
            <translation>Пункт панели над таймлайном карточки, где находятся «Дело» и «Комментарий»; обычно он под кнопкой «Ещё».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu at the beginning of a row in a list, under “Market”.</source>
            <translation>Пункт меню в начале строки списка, в подменю «Маркетплейс».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu at the top right above a list.</source>
            <translation>Пункт меню справа вверху, над списком.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu at the top right of a card, left of “Document”.</source>
            <translation>Пункт меню справа вверху карточки, слева от кнопки «Документ».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry of the menu “•••” of a single record in the timeline, under “Extensions”.</source>
            <translation>Пункт меню «•••» отдельной записи таймлайна, в подменю «Расширения».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry under “Applications” in the left menu of CRM analytics.</source>
            <translation>Пункт в группе «Приложения» левого меню CRM-аналитики.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>An entry under “Extensions” in the menu that “Document” opens at the top of a card.</source>
            <translation>Пункт в разделе «Расширения» меню, которое открывает кнопка «Документ» вверху карточки.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Analytics menu</source>
            <translation>Меню аналитики</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Analytics toolbar</source>
            <translation>Панель аналитики</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Bank details</source>
            <translation>Банковские реквизиты</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Built-in interface</source>
            <translation>Встроенный интерфейс</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>CRM timeline button</source>
            <translation>Кнопка таймлайна</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>CRM, other places</source>
            <translation>CRM, другие места</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Company details</source>
            <translation>Реквизиты компании</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Contact Center tile</source>
            <translation>Плитка в контакт-центре</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Countries (their numbers)</source>
            <translation>Страны (номера)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Document button</source>
            <translation>Меню кнопки «Документ»</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu above a list</source>
            <translation>Меню над списком</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu of a card</source>
            <translation>Меню карточки</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu of a row in a list</source>
            <translation>Меню строки в списке</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Menu of a timeline record</source>
            <translation>Меню записи в таймлайне</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Names the form that the widget was opened from.</source>
            <translation>Называет форму, из которой открыт виджет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Pipelines</source>
            <translation>Воронки и туннели продаж</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Places of the CRM of which there is one each.</source>
            <translation>Места CRM, которых по одному.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Robot designer</source>
            <translation>Дизайнер роботов</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Search for company details</source>
            <translation>Поиск реквизитов</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Search in a card</source>
            <translation>Поиск в карточке</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Tab in a card</source>
            <translation>Вкладка в карточке</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Text of the notice to new users</source>
            <translation>Текст уведомления для новых пользователей</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The kind of CRM object, by its number: 1 a lead, 2 a deal, 3 a contact …</source>
            <translation>Вид объекта CRM, номером: 1 лид, 2 сделка, 3 контакт…</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The kind of record within that, by its number.</source>
            <translation>Вид записи внутри него, номером.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The kind of record, by its number.</source>
            <translation>Вид записи, номером.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the CRM object that the widget was opened for.</source>
            <translation>Номер элемента CRM, для которого открыт виджет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the activity in the timeline.</source>
            <translation>Номер дела в таймлайне.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the activity.</source>
            <translation>Номер дела.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the client whose bank details are entered.</source>
            <translation>Номер клиента, чьи банковские реквизиты вводятся.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of the record in the timeline.</source>
            <translation>Номер записи в таймлайне.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The number of this widget's own row on the portal.</source>
            <translation>Номер записи этого виджета на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>The portal draws the widget, and waits for “setLayout”.</source>
            <translation>Портал рисует виджет и ждёт «setLayout».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Title of the notice to new users</source>
            <translation>Заголовок уведомления для новых пользователей</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>What the person typed into the search.</source>
            <translation>Что пользователь ввёл в поиск.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/crm.py" />
            <source>Who is searched for: CONTACT or COMPANY.</source>
            <translation>Кого ищут: CONTACT или COMPANY.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/record.py" />
            <source>automation rules</source>
            <translation>роботы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/record.py" />
            <source>documents</source>
            <translation>документы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/record.py" />
            <source>pipelines</source>
            <translation>воронки</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A button at the top right of the window “Task automation” of a workgroup.</source>
            <translation>Кнопка справа вверху окна «Автоматизация задач» рабочей группы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A button at the top right of the window “Task automation”, for a person's and a project's tasks.</source>
            <translation>Кнопка справа вверху окна «Автоматизация задач» — для задач сотрудника и проекта.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A tab of the card that opens during a phone call.</source>
            <translation>Вкладка карточки, которая открывается во время звонка.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>A view of a calendar, after “Day”, “Week” and “Month”.</source>
            <translation>Вид календаря — после видов «День», «Неделя» и «Месяц».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>All CRM objects that the call belongs to; missing if there are none.</source>
            <translation>Все элементы CRM, к которым относится звонок; нет, если их нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of a workgroup's menu, at its end under “More”; in the new view of projects an entry of the menu “•••” of a project.</source>
            <translation>Пункт меню рабочей группы — в конце, под кнопкой «Ещё»; в новом виде проектов — пункт меню «•••» проекта.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the left menu of the call statistics, below the reports.</source>
            <translation>Пункт левого меню статистики звонков, под отчётами.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the beginning of a task's row, under “Market”.</source>
            <translation>Пункт меню в начале строки задачи, в подменю «Маркетплейс».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the top right above a person's tasks.</source>
            <translation>Пункт меню справа вверху, над задачами сотрудника.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the top right above a workgroup's tasks.</source>
            <translation>Пункт меню справа вверху, над задачами рабочей группы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu at the top right of a colleague's profile.</source>
            <translation>Пункт меню справа вверху карточки сотрудника.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry of the menu “•••” beside a workgroup's name, under “Extensions”. The new view of projects no longer has it.</source>
            <translation>Пункт меню «•••» рядом с названием рабочей группы, в подменю «Расширения». В новом виде проектов его уже нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>An entry under “Extensions” in the menu that opens from one's own picture.</source>
            <translation>Пункт под кнопкой «Расширения» в меню, которое открывается по своему аватару.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Call card</source>
            <translation>Карточка звонка</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>LEAD, DEAL, CONTACT or COMPANY; empty without one.</source>
            <translation>LEAD, DEAL, CONTACT или COMPANY; пусто, если объекта нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu above a person's tasks</source>
            <translation>Меню над задачами сотрудника</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu above a workgroup's tasks</source>
            <translation>Меню над задачами рабочей группы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu of a profile</source>
            <translation>Меню пользователя</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu of a task in the list</source>
            <translation>Меню задачи в списке</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menu of a workgroup</source>
            <translation>Меню рабочей группы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menus and buttons around tasks.</source>
            <translation>Меню и кнопки вокруг задач.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menus of people's profiles.</source>
            <translation>Меню в профилях людей.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Menus of workgroups and projects.</source>
            <translation>Меню рабочих групп и проектов.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Newer portals show all three places of a task alike, as a row in the block “Applications” under the task's own fields: one of them is enough.</source>
            <translation>Новые порталы показывают все три места задачи одинаково — строкой в блоке «Приложения» под её полями: достаточно одного из них.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Personnel: salary and vacation</source>
            <translation>Кадры: зарплата и отпуск</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Phone calls and their statistics.</source>
            <translation>Звонки и их статистика.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Robots of a workgroup</source>
            <translation>Роботы рабочей группы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Robots of tasks</source>
            <translation>Роботы задач</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Side panel of a task</source>
            <translation>Боковая панель задачи</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Tab of a task</source>
            <translation>Вкладка задачи</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Tab of a workgroup</source>
            <translation>Вкладка рабочей группы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Task: tab and side panel</source>
            <translation>Задача: вкладка и боковая панель</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Tasks: menus and panels</source>
            <translation>Задачи: меню и панели</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Telephony analytics menu</source>
            <translation>Меню аналитики телефонии</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The call.</source>
            <translation>Звонок.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The company's number.</source>
            <translation>Номер компании.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The first day that the calendar showed.</source>
            <translation>Первый день, показанный в календаре.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The last day that the calendar showed.</source>
            <translation>Последний день, показанный в календаре.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of that CRM object; 0 without one.</source>
            <translation>Номер этого элемента CRM; 0, если его нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the call's activity; the word “undefined” while there is none.</source>
            <translation>Номер дела этого звонка; слово «undefined», пока его нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the person who opened the menu.</source>
            <translation>Номер пользователя, открывшего меню.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the person whose profile it is.</source>
            <translation>Номер сотрудника, чей это профиль.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the person whose tasks they are.</source>
            <translation>Номер сотрудника, чьи это задачи.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the project; for a person's own tasks USER_ID instead.</source>
            <translation>Номер проекта; для личных задач вместо него USER_ID.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the task that is open.</source>
            <translation>Номер открытой задачи.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the task.</source>
            <translation>Номер задачи.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The number of the workgroup or project.</source>
            <translation>Номер рабочей группы или проекта.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>The other side's number; missing if it is unknown.</source>
            <translation>Номер собеседника; отсутствует, если неизвестен.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Toolbar of a profile</source>
            <translation>Меню карточки сотрудника</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Top panel of a task</source>
            <translation>Верхняя панель задачи</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Under “Salary and vacation” in the menu that opens from one's own picture, once an HR system is connected.</source>
            <translation>В пункте «Зарплата и отпуск» меню, которое открывается по собственной фотографии, если подключена кадровая система.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>User profile</source>
            <translation>Профиль пользователя</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>What the company calls that number; the number if it has no name.</source>
            <translation>Как компания называет этот номер; сам номер, если названия нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Where the call stands: idle, connecting or connected.</source>
            <translation>Состояние звонка: idle, connecting или connected.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Whether it is one of a list of calls: true or false.</source>
            <translation>Входит ли звонок в список обзвона: true или false.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Who called whom: incoming, outgoing or callback.</source>
            <translation>Кто кому звонил: incoming, outgoing или callback.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Width of the frame (pixels)</source>
            <translation>Ширина фрейма (пиксели)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>Workgroups (their numbers)</source>
            <translation>Рабочие группы (номера)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>{newer} On older portals this one is a button at the top.</source>
            <translation>{newer} На старых порталах это кнопка вверху.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>{newer} On older portals this one is a tab.</source>
            <translation>{newer} На старых порталах это вкладка.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/families/work.py" />
            <source>{newer} On older portals this one is in the panel at the right.</source>
            <translation>{newer} На старых порталах это место в правой панели.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Enter the https address of the page that opens inside the widget.</source>
            <translation>Введите https-адрес страницы, которая открывается внутри виджета.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>It has {length} characters; a portal stores {limit}.</source>
            <translation>Длина в символах: {length}; портал хранит не больше {limit}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Only this computer can open that address.</source>
            <translation>Этот адрес может открыть только этот компьютер.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse HTTPS:// in capitals.</source>
            <translation>Порталы не принимают HTTPS:// прописными буквами.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse short names such as “{host}”.</source>
            <translation>Порталы не принимают короткие имена вроде «{host}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse {scheme}:// addresses.</source>
            <translation>Порталы не принимают адреса {scheme}://.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Remove the blank, or write it as %20.</source>
            <translation>Удалите пробел или запишите его как %20.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The host must have a dot in it.</source>
            <translation>В имени хоста должна быть точка.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address has a blank in it.</source>
            <translation>В адресе страницы есть пробел.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address is not what it looks like.</source>
            <translation>Адрес страницы не такой, каким кажется.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address is too long.</source>
            <translation>Слишком длинный адрес страницы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address must begin with https:// (or http://).</source>
            <translation>Адрес страницы должен начинаться с https:// (или http://).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The page address must begin with https:// in small letters.</source>
            <translation>Адрес страницы должен начинаться с https:// строчными буквами.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>There is no page address.</source>
            <translation>Не указан адрес страницы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>There is {characters}.</source>
            <translation>В нём есть {characters}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>This is not a web address.</source>
            <translation>Это не веб-адрес.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Type the address anew: such characters come along when it is copied, or lead to another host.</source>
            <translation>Наберите адрес заново: такие символы попадают при копировании или ведут на другой узел.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use a shorter address, for example by moving parameters to your server.</source>
            <translation>Возьмите адрес короче, например перенесите параметры на свой сервер.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use an https address.</source>
            <translation>Укажите адрес https.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use it for tries; other people's browsers need an address they can reach.</source>
            <translation>Используйте его для проверки; браузерам других пользователей нужен доступный им адрес.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use the full name, as in widgets.example.com; for tries on this computer, 127.0.0.1.</source>
            <translation>Укажите полное имя, например widgets.example.com; для проб на этом компьютере — 127.0.0.1.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Write it as in https://widgets.example.com/bitrix24.</source>
            <translation>Запишите его так: https://widgets.example.com/bitrix24.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Write it as in {address}.</source>
            <translation>Запишите его так: {address}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>https:// is missing at the beginning of the page address.</source>
            <translation>В начале адреса страницы нет https://.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Arabic</source>
            <translation>Арабский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Chinese (simplified)</source>
            <translation>Китайский (упрощённый)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Chinese (traditional)</source>
            <translation>Китайский (традиционный)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>English</source>
            <translation>Английский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>French</source>
            <translation>Французский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>German</source>
            <translation>Немецкий</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Indonesian</source>
            <translation>Индонезийский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Italian</source>
            <translation>Итальянский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Japanese</source>
            <translation>Японский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Kazakh</source>
            <translation>Казахский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Malay</source>
            <translation>Малайский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Polish</source>
            <translation>Польский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Portuguese (Brazil)</source>
            <translation>Португальский (Бразилия)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Russian</source>
            <translation>Русский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Spanish</source>
            <translation>Испанский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Spanish (Latin America)</source>
            <translation>Испанский (Латинская Америка)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Thai</source>
            <translation>Тайский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Turkish</source>
            <translation>Турецкий</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Ukrainian</source>
            <translation>Украинский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Vietnamese</source>
            <translation>Вьетнамский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>{language} ({id})</source>
            <translation>{language} ({id})</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>A code has letters from A to Z, digits and underscores. Here is {characters}.</source>
            <translation>Код состоит из букв от A до Z, цифр и подчёркиваний. Здесь стоит {characters}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>A portal holds one binding of a handler at each placement.</source>
            <translation>В каждом месте портал хранит только одну встройку обработчика.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Did you mean {code}?</source>
            <translation>Может быть, {code}?</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Name it by its number: {numbers}.</source>
            <translation>Укажите его номер: {numbers}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Remove one of the two.</source>
            <translation>Уберите одно из двух.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>The portal has no custom type called “{title}”.</source>
            <translation>На портале нет смарт-процесса с названием «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>The portal has {count} custom types called “{title}”.</source>
            <translation>Смарт-процессов с названием «{title}» на портале: {count}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Type it anew: {code}.</source>
            <translation>Введите его заново: {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>Type the code anew.</source>
            <translation>Введите код заново.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout.py" />
            <source>{code} with the handler {handler} is wanted twice.</source>
            <translation>{code} с обработчиком {handler} указано дважды.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_export.py" />
            <source>A layout cannot name all that stands there.</source>
            <translation>Схема не может описать всё, что встроено на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>1 (the version of the format)</source>
            <translation>1 (версия формата)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>A text has half a character in it, as an escape such as \ud83d makes it.</source>
            <translation>В тексте есть неполный символ — такой даёт, например, запись \ud83d.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>Put the text in quotation marks if it is meant: "{text}".</source>
            <translation>Возьмите текст в кавычки, если так и задумано: "{text}".</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a list of placement codes</source>
            <translation>список кодов мест</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a list of widgets</source>
            <translation>список виджетов</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a map of option to text, number or true/false</source>
            <translation>словарь, где параметру соответствует текст, число или true/false</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a text, or a text for each language</source>
            <translation>текст или текст на каждом языке</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a web address</source>
            <translation>веб-адрес</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a whole number, 0 or more</source>
            <translation>целое число, 0 или больше</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>a widget with its keys</source>
            <translation>виджет с его ключами</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” has no text: give it one, or remove it.</source>
            <translation>У «{key}» нет текста: задайте его или уберите ключ.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” has no value: give it one, or remove it.</source>
            <translation>У «{key}» нет значения: задайте его или уберите ключ.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” is missing.</source>
            <translation>Нет ключа «{key}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” is not a key of a layout.</source>
            <translation>«{key}» — не ключ схемы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” must be a text: put it in quotation marks, as in "{text}".</source>
            <translation>«{key}» должен быть текстом: возьмите его в кавычки, например "{text}".</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{key}” must be {expected}.</source>
            <translation>Для «{key}» ожидается {expected}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_file.py" />
            <source>“{lost}” is a comment here and not a part of the text.</source>
            <translation>«{lost}» здесь — комментарий, а не часть текста.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>Nothing was sent. Correct the layout and try again.</source>
            <translation>Ничего не отправлено. Исправьте схему и повторите попытку.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>The app lacks permissions that the layout needs.</source>
            <translation>У приложения нет прав, которые нужны для схемы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>The layout cannot be used.</source>
            <translation>Схему нельзя использовать.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>The layout {name} cannot be used.</source>
            <translation>Схему {name} нельзя использовать.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>line {line}, column {column}: {mistake}</source>
            <translation>строка {line}, столбец {column}: {mistake}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>line {line}: {mistake}</source>
            <translation>строка {line}: {mistake}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_mistakes.py" />
            <source>{permission} It is needed for {placements}.</source>
            <translation>{permission} Оно нужно для {placements}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>A placement's code is empty.</source>
            <translation>Код места пуст.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>The title has no language.</source>
            <translation>У названия не указан язык.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>The widget has no “handler”, and neither has the file.</source>
            <translation>Нет «handler» ни у виджета, ни в файле.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_rules.py" />
            <source>There is a {name} in “{language}”, but no title.</source>
            <translation>Для языка «{language}» есть «{name}», но нет названия.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A backslash has a meaning between double quotation marks: put single ones around the text.</source>
            <translation>Обратная косая черта имеет особый смысл в двойных кавычках: возьмите текст в одинарные.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A character that cannot be shown stands here ({code}): remove it.</source>
            <translation>Здесь стоит символ, который нельзя показать ({code}): уберите его.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A colon and a blank after it are missing here, as in “title: Send”.</source>
            <translation>Здесь не хватает двоеточия и пробела после него, как в «title: Отправить».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A comma is missing before this, or the “{bracket}” that closes what opens in line {line}.</source>
            <translation>Перед этим не хватает запятой или «{bracket}», закрывающей то, что открыто в строке {line}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A second document begins here: remove the line “---”.</source>
            <translation>Здесь начинается второй документ: уберите строку «---».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A text cannot begin with “{sign}”: write it in quotation marks, as in {example}.</source>
            <translation>Текст не может начинаться с «{sign}»: напишите его в кавычках, например {example}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>A text with “{sign}” in it needs quotation marks: write it as {example}.</source>
            <translation>Текст, в котором есть «{sign}», нужно брать в кавычки: напишите {example}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>Something is missing before “{sign}”.</source>
            <translation>Перед «{sign}» чего-то не хватает.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>The file ends too early: a “]” or “}” is missing.</source>
            <translation>Файл обрывается: не хватает «]» или «}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>The “{sign}” that opens here is not closed.</source>
            <translation>«{sign}» здесь открывается, но не закрывается.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>There is a tab here: indent with blanks instead.</source>
            <translation>Здесь стоит табуляция: делайте отступ пробелами.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>This is not a layout file: {reason}.</source>
            <translation>Это не файл схемы: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>This line is indented differently from those that it belongs with.</source>
            <translation>Отступ этой строки не такой, как у строк, к которым она относится.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>This line is indented with a blank that YAML does not know (U+{code}): use ordinary blanks.</source>
            <translation>В отступе этой строки есть пробел, которого YAML не знает (U+{code}): используйте обычные пробелы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>What stands before this is complete: put all of it in one pair of quotation marks, or remove the rest.</source>
            <translation>То, что стоит перед этим, уже закончено: возьмите всё целиком в одни кавычки или уберите остаток.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_syntax.py" />
            <source>“{key}” stands here twice: keep one of the two.</source>
            <translation>«{key}» здесь указан дважды: оставьте что-то одно.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>A key must be a text.</source>
            <translation>Ключ должен быть текстом.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>A key must be a text. A text with brackets needs quotation marks.</source>
            <translation>Ключ должен быть текстом. Текст со скобками нужно брать в кавычки.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>A layout file is YAML or JSON that begins with “bxdesk: 1”.</source>
            <translation>Файл схемы — это YAML или JSON, который начинается с «bxdesk: 1».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>Check that it is the right file, or divide it into several.</source>
            <translation>Проверьте, тот ли это файл, или разделите его на несколько.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>It is not a text in UTF-8.</source>
            <translation>Это не текст в UTF-8.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>Lists or maps stand in each other too deep for a layout.</source>
            <translation>Списки или словари вложены друг в друга слишком глубоко для схемы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>Nothing was sent. Save it as UTF-8: text editors offer that under Save as.</source>
            <translation>Ничего не отправлено. Сохраните файл в UTF-8: текстовые редакторы предлагают это в «Сохранить как».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>The layout file is empty.</source>
            <translation>Файл схемы пуст.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>The layout {path} cannot be read.</source>
            <translation>Схему {path} не удаётся прочитать.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This is too long for a layout file: {limit} KB at most are read.</source>
            <translation>Это слишком длинно для файла схемы: читается не больше {limit} КБ.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This is too much for a layout: {limit} keys and values at most are read.</source>
            <translation>Это слишком много для схемы: ключей и значений читается не больше {limit}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This number is too long. A text of digits needs quotation marks.</source>
            <translation>Это число слишком длинное. Текст из цифр нужно брать в кавычки.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>This stands in itself, so it has no end.</source>
            <translation>Это содержит само себя, поэтому у него нет конца.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layouts/layout_yaml.py" />
            <source>“{tag}” has no meaning in a layout: remove it.</source>
            <translation>«{tag}» в схеме ничего не значит: уберите это.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>Only one of the two ends with a slash.</source>
            <translation>Только одно из двух оканчивается косой чертой.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>Only one of the two has a query (“?”).</source>
            <translation>Только в одном из двух есть запрос («?»).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>People see the same widget twice.</source>
            <translation>Пользователи видят один и тот же виджет дважды.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>Remove the one that is not needed.</source>
            <translation>Уберите лишнее.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>The beginning ends inside a name.</source>
            <translation>Начало обрывается внутри имени.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>The new addresses have one slash more or less than the old ones.</source>
            <translation>В новых адресах на одну косую черту больше или меньше, чем в старых.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>What follows becomes a part of it, or is none any more.</source>
            <translation>То, что следует дальше, станет её частью или перестанет ею быть.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>What is left of it stays behind the new one: look at the new addresses.</source>
            <translation>Остаток встанет после нового начала: посмотрите на новые адреса.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>{address} and {others} are nearly the same.</source>
            <translation>{address} и {others} почти совпадают.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>No</source>
            <translation>Нет</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>Y or N</source>
            <translation>Y или N</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>Yes</source>
            <translation>Да</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>a text</source>
            <translation>текст</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>a web address, as in https://widgets.example.com/bitrix24</source>
            <translation>веб-адрес, например https://widgets.example.com/bitrix24</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>a whole number</source>
            <translation>целое число</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>one of {values}</source>
            <translation>одно из {values}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>the name of a Font Awesome 4 icon, as in fa-paper-plane, of 50 characters at most</source>
            <translation>имя значка Font Awesome 4, например fa-paper-plane, не длиннее 50 символов</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/options.py" />
            <source>whole numbers separated by commas, as in 1,2</source>
            <translation>целые числа через запятую, например 1,2</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>It may have refused a part of it, or somebody else changed it at the same moment.</source>
            <translation>Возможно, он отклонил часть изменения или кто-то изменил то же самое одновременно с вами.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>It was stopped half-way.</source>
            <translation>Остановлено на полпути.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>The portal took the change, but what stands there now is something else.</source>
            <translation>Портал принял изменение, но сейчас там стоит другое.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>What had been bound was removed again.</source>
            <translation>То, что было размещено, снова удалено.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>What stood there before was put back.</source>
            <translation>То, что стояло раньше, возвращено.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>App Embedding (placement)</source>
            <translation>Встраивание приложений (placement)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>CRM (crm)</source>
            <translation>CRM (crm)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Calendar (calendar)</source>
            <translation>Календарь (calendar)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Chat and Notifications (im)</source>
            <translation>Чат и уведомления (im)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Contact Center (contact_center)</source>
            <translation>Контакт-центр (contact_center)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>HR systems (humanresources.hcmlink)</source>
            <translation>Кадровые системы (humanresources.hcmlink)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Open Channels (imopenlines)</source>
            <translation>Открытые линии (imopenlines)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Sites (landing)</source>
            <translation>Сайты (landing)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Tasks (task)</source>
            <translation>Задачи (task)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Telephony (telephony)</source>
            <translation>Телефония (telephony)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Users (user)</source>
            <translation>Пользователи (user)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>Workgroups (sonet_group)</source>
            <translation>Рабочие группы (sonet_group)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/permissions.py" />
            <source>{permission}</source>
            <translation>{permission}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan.py" />
            <source>People would see “{title}” twice at {place}.</source>
            <translation>Люди увидят «{title}» дважды: {place}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan.py" />
            <source>The widget at {address} has the same texts.</source>
            <translation>У виджета по адресу {address} те же тексты.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>Nothing to change</source>
            <translation>Изменений нет</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>Undo: {steps}</source>
            <translation>Отмена: {steps}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, finished later</source>
            <translation>прервано, завершено позже</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, left as it stood</source>
            <translation>прервано, оставлено как было</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, or still under way</source>
            <translation>прервано или ещё выполняется</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>cut off, put back</source>
            <translation>прервано, возвращено прежнее</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>taken back</source>
            <translation>отменено</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} bound</source>
            <translation>встроено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} done</source>
            <translation>выполнено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} moved</source>
            <translation>переведено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} not carried out</source>
            <translation>не выполнено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} put back</source>
            <translation>{n} возвращено назад</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} replaced</source>
            <translation>заменено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} to move</source>
            <translation>перевести: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} to replace</source>
            <translation>заменить: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/plan_words.py" />
            <source>{n} unbound</source>
            <translation>убрано: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A portal drops options that a placement does not have.</source>
            <translation>Портал отбрасывает параметры, которых у места нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A portal refuses a widget with a value that it does not have.</source>
            <translation>Портал отклоняет виджет со значением, которого у него нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A portal wants a title in every language that is named.</source>
            <translation>Портал требует название на каждом из указанных языков.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>A user can be named only at {placement}.</source>
            <translation>Пользователя можно указать только для {placement}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Delete it and enter it once more.</source>
            <translation>Удалите его и введите снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Enter it, or take the language away.</source>
            <translation>Введите его или уберите язык.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Enter the text that people will see.</source>
            <translation>Введите текст, который увидят пользователи.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>It must be {expected}.</source>
            <translation>Ожидается {expected}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>No portal is known to speak “{language}”.</source>
            <translation>Неизвестно ни одного портала с языком «{language}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Nobody sees texts in a language that the portal does not have.</source>
            <translation>Текстов на языке, которого нет на портале, никто не видит.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Portals call it “{language}”.</source>
            <translation>На порталах он называется «{language}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>Shorten it.</source>
            <translation>Сократите его.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The known ones are {names}.</source>
            <translation>Известны {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The option “{key}” is not known here.</source>
            <translation>Параметр «{key}» здесь неизвестен.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The option “{key}” is written “{right}”.</source>
            <translation>Параметр «{key}» пишется «{right}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The title in {language} is “0”, which a portal takes for none.</source>
            <translation>Заголовок на языке «{language}» — «0», портал считает, что его нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The title is “0”, which a portal takes for none.</source>
            <translation>Заголовок — «0», портал считает, что его нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The widget has no title.</source>
            <translation>У виджета нет названия.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} has half a character in it.</source>
            <translation>Неполный символ в тексте: {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} in {language} has half a character in it.</source>
            <translation>Неполный символ в тексте: {name} (язык: {language}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} in {language} is too long.</source>
            <translation>Слишком длинный текст: {name} (язык: {language}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>The {name} is too long.</source>
            <translation>Слишком длинный текст: {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>{code} needs the option “{option}” ({key}).</source>
            <translation>Для {code} нужен параметр «{option}» ({key}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“ALL” includes everything else.</source>
            <translation>«ALL» включает всё остальное.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{language}” is not a language; it has two small letters, as in “en”.</source>
            <translation>«{language}» — не язык; у языка две строчные буквы, например «en».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{part}” has no effect in the option “{key}”.</source>
            <translation>«{part}» не действует в параметре «{key}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{value}” does not fit the option “{option}” ({key}).</source>
            <translation>«{value}» не подходит для параметра «{option}» ({key}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rule_problems.py" />
            <source>“{value}” is not known for the option “{key}”.</source>
            <translation>«{value}» неизвестно для параметра «{key}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>Its removal cannot be taken back: {placement}.</source>
            <translation>Удаление нельзя будет отменить: {placement}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>description</source>
            <translation>описание</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>group</source>
            <translation>группа</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/rules.py" />
            <source>title</source>
            <translation>название</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>Somebody else bound it: “{title}”.</source>
            <translation>Кто-то другой встроил виджет: «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>Somebody else changed it. {changes}</source>
            <translation>Кто-то другой внёс изменения. {changes}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>Somebody else removed it.</source>
            <translation>Кто-то другой убрал этот виджет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/step_state.py" />
            <source>What stands at {placement} is no longer what the plan was made from.</source>
            <translation>Состояние места {placement} изменилось после составления плана.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Leave it out: this portal does not store it here.</source>
            <translation>Уберите это: этот портал здесь этого не сохраняет.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Leave out &amp;, &lt;, &gt; and quotation marks: this portal stores codes in their place.</source>
            <translation>Уберите &amp;, &lt;, &gt; и кавычки: этот портал сохраняет вместо них коды.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Leave out {signs}: this portal cannot store such characters.</source>
            <translation>Уберите {signs}: этот портал не может сохранить такие символы.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Sent → stored: {changes}.</source>
            <translation>Отправлено → сохранено: {changes}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Shorten it: this portal stores {count} characters.</source>
            <translation>Сократите: этот портал сохраняет {count} символов.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>The portal stored something else than was sent to {placement}.</source>
            <translation>Портал сохранил не то, что было отправлено для {placement}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>What stood there before was put back, but not as it was: {changes}.</source>
            <translation>То, что стояло раньше, возвращено, но не таким, как было: {changes}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Write it as the portal stores it.</source>
            <translation>Напишите так, как сохраняет портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/stored_otherwise.py" />
            <source>Write it in the letters that the portal stores.</source>
            <translation>Напишите теми буквами, которые сохраняет портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Enter it as in the browser's address bar: acme.bitrix24.com.</source>
            <translation>Введите его как в адресной строке браузера: acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Sign in again, with https:// before the portal's name.</source>
            <translation>Войдите снова, указав https:// перед именем портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>There is no portal address.</source>
            <translation>Не указан адрес портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Write the address with https://, or without anything before the name.</source>
            <translation>Укажите адрес с https:// или без ничего перед именем.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>bxdesk talks to portals over https only.</source>
            <translation>bxdesk обращается к порталам только по https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>“{given}” is not a web address.</source>
            <translation>«{given}» — не веб-адрес.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>“{given}” is not the address of a portal.</source>
            <translation>«{given}» — не адрес портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/authorization_server.py" />
            <source>The client secret was not sent there.</source>
            <translation>Ключ приложения (client_secret) туда не отправлен.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/authorization_server.py" />
            <source>The portal names an authorization server that bxdesk does not know: {server}.</source>
            <translation>Портал указывает сервер авторизации, который неизвестен bxdesk: {server}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Copy its .crt file to /usr/local/share/ca-certificates and run sudo update-ca-certificates (Fedora: /etc/pki/ca-trust/source/anchors and sudo update-ca-trust).</source>
            <translation>Скопируйте файл .crt в /usr/local/share/ca-certificates и выполните sudo update-ca-certificates (Fedora: /etc/pki/ca-trust/source/anchors и sudo update-ca-trust).</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Give the server a certificate of a known authority (Let's Encrypt is free). {trust}</source>
            <translation>Дайте серверу сертификат известного центра (Let's Encrypt бесплатен). {trust}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>If it is your company's own (or that of a program that looks into connections): {trust}</source>
            <translation>Если это центр вашей компании (или программы, которая просматривает соединения): {trust}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It is for {names}, not for {host}.</source>
            <translation>Он для {names}, а не для {host}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It is self-signed: nobody but the server itself vouches for it.</source>
            <translation>Он самоподписанный: за него ручается только сам сервер.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It may have expired, be another host's, or come from an authority that is not known here.</source>
            <translation>Возможно, он истёк, относится к другому узлу или выдан центром, который здесь неизвестен.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>It was issued by “{issuer}”, of whom the server shows no certificate: the chain is incomplete.</source>
            <translation>Его выдал «{issuer}», чьего сертификата сервер не показывает: цепочка неполная.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Let an administrator open its .crt file and choose Install Certificate, Local Machine, Trusted Root Certification Authorities.</source>
            <translation>Пусть администратор откроет файл .crt и выберет «Установить сертификат», «Локальный компьютер», «Доверенные корневые центры сертификации».</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Open https://{host} in a browser: it names the reason.</source>
            <translation>Откройте https://{host} в браузере: он назовёт причину.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Open its .crt file with Keychain Access, add it to the keychain “System”, and set it to Always Trust.</source>
            <translation>Откройте файл .crt в «Связке ключей», добавьте его в связку «Система» и задайте «Всегда доверять».</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Set this computer's clock.</source>
            <translation>Поправьте часы этого компьютера.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>The certificate of {host} is not trusted by this system.</source>
            <translation>Сертификату {host} эта система не доверяет.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>This system does not know the authority “{issuer}” that vouches for it.</source>
            <translation>Эта система не знает центра «{issuer}», который за него ручается.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Use the address that it is for, or give the server a certificate for this one.</source>
            <translation>Используйте адрес, для которого он выдан, или дайте серверу сертификат для этого.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Whoever looks after the server must put the authority's certificates into its file (“full chain”). If “{issuer}” is your company's own authority: {trust}</source>
            <translation>Тот, кто обслуживает сервер, должен добавить сертификаты центра в его файл («full chain»). Если «{issuer}» — собственный центр вашей компании: {trust}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>Whoever looks after the server must renew it. If the date looks right, set this computer's clock.</source>
            <translation>Его должен обновить тот, кто обслуживает сервер. Если дата верна, поправьте часы этого компьютера.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>“{subject}” expired on {date}.</source>
            <translation>«{subject}» истёк {date}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/certificates.py" />
            <source>“{subject}” is good from {date} only.</source>
            <translation>«{subject}» действует только с {date}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Add a local application to the portal and sign in with its keys.</source>
            <translation>Добавьте на портал локальное приложение и войдите с его ключами.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Add the app to the portal again, then sign in with its new keys.</source>
            <translation>Добавьте приложение на портал снова и войдите с его новыми ключами.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask an administrator to give you access to the app.</source>
            <translation>Попросите администратора дать вам доступ к приложению.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask the portal's owner to change the plan, or to activate a trial of the market.</source>
            <translation>Попросите владельца портала сменить тариф или включить пробную подписку на Маркетплейс.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask the portal's support to lift the block.</source>
            <translation>Попросите поддержку портала снять блокировку.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Bind it for everybody.</source>
            <translation>Встройте его для всех.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address and your network, then try again.</source>
            <translation>Проверьте адрес и сеть и повторите попытку.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address: it may belong to something else.</source>
            <translation>Проверьте адрес: возможно, он относится к чему-то другому.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address; if it is right, try again in a moment.</source>
            <translation>Проверьте адрес; если он верен, повторите попытку чуть позже.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the code and the permissions in the app's card.</source>
            <translation>Проверьте код и права в карточке приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Copy both again from the app's card on this portal: another portal's keys do not fit.</source>
            <translation>Скопируйте оба значения заново из карточки приложения на этом портале: ключи другого портала не подходят.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Copy both again from the app's card on this portal: another portal's keys do not fit. If they are right, open the app in the portal or press “Reinstall” on its card, then sign in again.</source>
            <translation>Скопируйте оба ещё раз с карточки приложения на этом портале: ключи другого портала не подходят. Если они верны, откройте приложение на портале или нажмите «Reinstall» на его карточке и войдите снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Correct what it names, then apply again.</source>
            <translation>Исправьте то, что указал портал, и примените снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Enter them with its address in bxdesk: http://USER:PASSWORD@proxy.example.com:3128.</source>
            <translation>Введите их вместе с его адресом в bxdesk: http://USER:PASSWORD@proxy.example.com:3128.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>It may stand behind a proxy of yours: this one must tell it that the request came over https.</source>
            <translation>Возможно, он стоит за вашим прокси: тот должен сообщать ему, что запрос пришёл по https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>It points to {location}.</source>
            <translation>Он указывает на {location}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Name it in the options.</source>
            <translation>Укажите его в параметрах.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Open the app in the portal or press “Reinstall” on its card, then sign in again.</source>
            <translation>Откройте приложение на портале или нажмите «Reinstall» на его карточке и войдите снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Remove one that stands there first.</source>
            <translation>Сначала удалите один из стоящих там.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Renew it on the portal, then try again.</source>
            <translation>Продлите его на портале и повторите попытку.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign in as an administrator of the portal, or ask one to do this.</source>
            <translation>Войдите как администратор портала или попросите администратора сделать это.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Start the proxy, or change it where it was set. bxdesk can also go without one.</source>
            <translation>Запустите прокси или измените его там, где он задан. bxdesk может обойтись и без него.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The address may belong to something else, or a proxy or the portal failed on the way.</source>
            <translation>Возможно, по этому адресу не портал, либо произошёл сбой прокси или портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The answer was broken off before it was read.</source>
            <translation>Ответ прервали, не дочитав.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app asks for more than its card on the portal grants.</source>
            <translation>Приложение просит больше, чем разрешает его карточка на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is closed to you.</source>
            <translation>Приложение вам недоступно.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is no longer on the portal.</source>
            <translation>Приложения больше нет на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is not installed on the portal.</source>
            <translation>Приложение не установлено на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app lacks a permission for this.</source>
            <translation>У приложения нет права на это действие.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The authorization server did not understand the request.</source>
            <translation>Сервер авторизации не понял запрос.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The client ID or the client secret is wrong, or the app is not installed on the portal.</source>
            <translation>Неверен client ID или секретный ключ, или приложение не установлено на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The client ID or the client secret is wrong.</source>
            <translation>Неверный код приложения (client_id) или ключ приложения (client_secret).</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The fault is in the portal's network, not here. Whoever looks after its server must let it reach oauth.bitrix24.tech and oauth.bitrix.info over https.</source>
            <translation>Неполадка в сети портала, а не здесь. Тот, кто обслуживает его сервер, должен открыть ему oauth.bitrix24.tech и oauth.bitrix.info по https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The paid period of the app or the portal has ended.</source>
            <translation>Оплаченный период приложения или портала закончился.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal allows no more of this for some minutes.</source>
            <translation>Ближайшие несколько минут портал больше не разрешает таких запросов.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal cannot reach its authorization server.</source>
            <translation>Портал не может связаться со своим сервером авторизации.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal does not allow this.</source>
            <translation>Портал не разрешает это действие.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal does not offer this placement to the app.</source>
            <translation>Портал не предлагает приложению это место.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal failed inside.</source>
            <translation>На портале произошла внутренняя ошибка.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal found no valid sign-in in the request.</source>
            <translation>Портал не нашёл в запросе действительного входа.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is asked too often.</source>
            <translation>Слишком частые запросы к порталу.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is blocked because of overload.</source>
            <translation>Портал заблокирован из-за перегрузки.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is closed or no longer exists.</source>
            <translation>Портал закрыт или больше не существует.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is too old for this.</source>
            <translation>Версия портала слишком старая для этого.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal no longer accepts this session.</source>
            <translation>Портал больше не принимает этот сеанс.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refused: {reason}</source>
            <translation>Портал отказал: {reason}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses a part of the widget.</source>
            <translation>Портал не принимает часть данных виджета.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses the page address.</source>
            <translation>Портал не принимает адрес страницы.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses the protocol of the page address.</source>
            <translation>Портал не принимает протокол адреса страницы.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal takes no more than {count} of this app's widgets at this placement.</source>
            <translation>Портал принимает в этом месте не больше {count} виджетов этого приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal takes no more widgets of this app at this placement.</source>
            <translation>Портал больше не принимает виджетов этого приложения в этом месте.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal wants to be called over https.</source>
            <translation>Портал принимает запросы только по https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal's code for this is {code}.</source>
            <translation>Код ошибки на портале: {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal's plan does not include REST.</source>
            <translation>Тариф портала не включает REST API.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The proxy {proxy} asks for a user and password.</source>
            <translation>Прокси {proxy} спрашивает имя и пароль.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The proxy {proxy} did not let the request through: {answer}.</source>
            <translation>Прокси {proxy} не пропустил запрос: {answer}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The proxy {proxy} does not answer.</source>
            <translation>Прокси {proxy} не отвечает.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The session has ended.</source>
            <translation>Сеанс завершён.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The session's key has run out.</source>
            <translation>Срок действия ключа сеанса истёк.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This needs an application, not a webhook.</source>
            <translation>Для этого нужно приложение, а не вебхук.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement cannot be bound for a single user.</source>
            <translation>В это место нельзя встроить виджет для отдельного пользователя.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement needs the option “errorHandlerUrl”.</source>
            <translation>Для этого места нужен параметр «errorHandlerUrl».</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement needs the option “iconName”.</source>
            <translation>Для этого места нужен параметр «iconName».</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This portal wants the page on the app's own host.</source>
            <translation>Этому порталу нужна страница на хосте самого приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try again in a moment.</source>
            <translation>Повторите попытку чуть позже.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try again in ten minutes.</source>
            <translation>Повторите попытку через десять минут.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try to sign in again.</source>
            <translation>Попробуйте войти снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Update the portal.</source>
            <translation>Обновите портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an address on the host that stands in the app's card.</source>
            <translation>Укажите адрес на хосте из карточки приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an https address with a full host name.</source>
            <translation>Укажите адрес https с полным именем хоста.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>bxdesk has waited and asked again. Everything on this network that calls the portal shares its limit: try again in a few minutes, or stop other programs that call it meanwhile.</source>
            <translation>bxdesk подождал и спросил ещё раз. У всего, что в этой сети обращается к порталу, общий предел: попробуйте через несколько минут или остановите на время другие программы, которые к нему обращаются.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} answers under another address now.</source>
            <translation>{host} теперь отвечает по другому адресу.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} does not answer.</source>
            <translation>{host} не отвечает.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} gave an answer that is not a portal's.</source>
            <translation>{host} отвечает не так, как портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} is reached through it. {source}</source>
            <translation>К {host} идут через него. {source}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} sends more than any portal does.</source>
            <translation>{host} шлёт больше, чем любой портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{reason}.</source>
            <translation>{reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>It does not speak https there, or not as it is spoken today</source>
            <translation>Там не говорят по https, или говорят не так, как принято сегодня</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>No connection could be made</source>
            <translation>Не удалось установить соединение</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/http.py" />
            <source>The connection broke off</source>
            <translation>Соединение оборвалось</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/limits.py" />
            <source>Waiting: {host} takes only so many requests a second…</source>
            <translation>Ожидание: {host} ограничивает число запросов в секунду…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>A code works once, and for 30 seconds.</source>
            <translation>Код действует один раз и в течение 30 секунд.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>The sign-in code is no longer good.</source>
            <translation>Код авторизации больше не действует.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>A firewall or the web server in front of the portal refuses the request.</source>
            <translation>Запрос отклоняет межсетевой экран или веб-сервер перед порталом.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Ask whoever looks after it to let calls to the addresses under /rest/ through.</source>
            <translation>Попросите тех, кто его обслуживает, пропускать вызовы к адресам под /rest/.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Check the address. On a server of your own, REST may be switched off, or /rest/ leads nowhere.</source>
            <translation>Проверьте адрес. На собственном сервере REST может быть выключен, или /rest/ никуда не ведёт.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>It answered {method} with HTTP {status}.</source>
            <translation>Он ответил на {method} HTTP {status}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>It answered {method} with HTTP {status}: “{words}”.</source>
            <translation>Он ответил на {method} HTTP {status}: «{words}».</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>It sends callers on to another page, as a sign-in page in front of a portal does.</source>
            <translation>Он отправляет на другую страницу, как это делает страница входа перед порталом.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server failed inside. Its own log says why.</source>
            <translation>Сбой произошёл внутри сервера. Причину указывает его собственный журнал.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server is asked too often.</source>
            <translation>К серверу обращаются слишком часто.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server is out of service for the moment.</source>
            <translation>Сервер сейчас не работает.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The server's own PHP reports errors in place of an answer. Its log has them too.</source>
            <translation>PHP сервера сообщает об ошибках вместо ответа. Они есть и в его журнале.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server in front of the portal got no answer from it.</source>
            <translation>Веб-сервер перед порталом не получил от него ответа.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server itself asks for a user and password, before the portal does.</source>
            <translation>Имя и пароль спрашивает сам веб-сервер, ещё до портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server refuses calls of this kind (POST).</source>
            <translation>Веб-сервер отклоняет вызовы такого вида (POST).</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>The web server takes no calls of this size.</source>
            <translation>Веб-сервер не принимает вызовов такого размера.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Try again in a moment. If it stays so, tell whoever looks after the server.</source>
            <translation>Попробуйте чуть позже. Если так и останется, сообщите тем, кто обслуживает сервер.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Try again in {minutes} minutes.</source>
            <translation>Попробуйте снова через {minutes} мин.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Wait a moment and try again.</source>
            <translation>Немного подождите и повторите попытку.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must allow them for the addresses under /rest/.</source>
            <translation>Тот, кто обслуживает сервер, должен разрешить их для адресов под /rest/.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must let the addresses under /rest/ and /oauth/ through without.</source>
            <translation>Тот, кто обслуживает сервер, должен пропускать адреса под /rest/ и /oauth/ без них.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must let the addresses under /rest/ through.</source>
            <translation>Тот, кто обслуживает сервер, должен пропускать адреса под /rest/.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>Whoever looks after the server must raise its limit; or leave pictures and long texts out.</source>
            <translation>Тот, кто обслуживает сервер, должен поднять его предел; или уберите картинки и длинные тексты.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>{host} gave an answer that is not an authorization server's.</source>
            <translation>{host} дал ответ, какого сервер авторизации не даёт.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/other_answers.py" />
            <source>{meaning} {answered}</source>
            <translation>{meaning} {answered}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/probe.py" />
            <source>Check the address; write it with https:// or http:// before the name.</source>
            <translation>Проверьте адрес; напишите его с https:// или http:// перед именем.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/probe.py" />
            <source>The portal answers at {address}: http:// was missing.</source>
            <translation>Портал отвечает по адресу {address}: не хватало http://.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/probe.py" />
            <source>{reason} Both https and http were tried.</source>
            <translation>{reason} Проверены и https, и http.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>Enter it as in http://proxy.example.com:3128, or choose to go without one. If it asks for a user and password: http://USER:PASSWORD@proxy.example.com:3128, with %40 for @ and %2F for /.</source>
            <translation>Введите его в виде http://proxy.example.com:3128 или выберите работу без прокси. Если он запрашивает имя пользователя и пароль: http://USER:PASSWORD@proxy.example.com:3128, где вместо @ пишется %40, а вместо / — %2F.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>It was set in bxdesk itself.</source>
            <translation>Он задан в самом bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>It was set in the environment variable {name}.</source>
            <translation>Он задан в переменной окружения {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>It was set in the system's own network settings.</source>
            <translation>Он задан в сетевых настройках системы.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>{source} Only http and https proxies are possible.</source>
            <translation>{source} Возможны только прокси http и https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/proxies.py" />
            <source>“{proxy}” is not a proxy that bxdesk can use.</source>
            <translation>«{proxy}» — не прокси, который bxdesk может использовать.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting for {host} to answer…</source>
            <translation>Ожидание ответа от {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting: {host} gave a part of the answer only…</source>
            <translation>Ожидание: {host} передал только часть ответа…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/retries.py" />
            <source>No usable answer from {host}; asking again…</source>
            <translation>{host} не дал понятного ответа; повторный запрос…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/retries.py" />
            <source>Waiting {seconds} s: {host} allows no more for now…</source>
            <translation>Ожидание, {seconds} с: {host} пока больше не разрешает…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>A portal shows no widget of an app before its installation is complete, and says so nowhere.</source>
            <translation>Портал не показывает виджеты приложения, пока его установка не завершена, и нигде об этом не сообщает.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>Only administrators may see custom types, and see and change an app's widgets.</source>
            <translation>Только администраторы видят смарт-процессы, а также видят и меняют виджеты приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>Renew it on the portal.</source>
            <translation>Продлите его на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>Sign in as an administrator, or ask one to do this.</source>
            <translation>Войдите как администратор или попросите администратора сделать это.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The app's paid period has ended.</source>
            <translation>Оплаченный период приложения закончился.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The application is not fully installed: widgets stay hidden.</source>
            <translation>Приложение установлено не до конца: виджеты скрыты.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The portal does not show its custom types.</source>
            <translation>Портал не показывает свои смарт-процессы.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>The portal does not show the app's widgets.</source>
            <translation>Портал не показывает виджеты приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot_reading.py" />
            <source>{name} is not an administrator of the portal.</source>
            <translation>{name} — не администратор портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>Check that the folder can be written and that the disk has room.</source>
            <translation>Проверьте, что папка доступна для записи и на диске есть место.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>Mend the file or move it away; bxdesk does not overwrite it.</source>
            <translation>Исправьте файл или переместите его; bxdesk не перезаписывает его.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>{name} cannot be read: {path}</source>
            <translation>{name}: не удаётся прочитать файл {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/data_file.py" />
            <source>{name} could not be saved: {path}</source>
            <translation>{name}: не удалось сохранить файл {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>Nothing has changed on the portal. Tick and type again what you had not applied yet.</source>
            <translation>На портале ничего не изменилось. Заново отметьте и введите то, что ещё не было применено.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>The file is damaged. It was put aside: {path}</source>
            <translation>Файл повреждён. Он отложен сюда: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>This one leaves it as it is: {path}</source>
            <translation>Эта версия оставляет файл как есть: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>Use the newer bxdesk to go on with it.</source>
            <translation>Чтобы продолжить работу с ним, используйте более новую версию bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What was ticked and typed</source>
            <translation>Отметки и введённые тексты</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What was ticked and typed here last time cannot be read.</source>
            <translation>Не удалось прочитать отметки и тексты прошлого сеанса.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What was ticked and typed here last time was kept by a newer bxdesk.</source>
            <translation>Отметки и тексты прошлого сеанса сохранены более новой версией bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/drafts.py" />
            <source>What you tick and type is not kept when bxdesk is closed.</source>
            <translation>Отметки и тексты не сохранятся при закрытии bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/portal_looks.py" />
            <source>What was read of the portals</source>
            <translation>Прочитанное с порталов</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/settings.py" />
            <source>The settings</source>
            <translation>Настройки</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>Name another file, or make room on the disk.</source>
            <translation>Укажите другой файл или освободите место на диске.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>Nothing was sent.</source>
            <translation>Ничего не отправлено.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>The layout cannot be written to {path}.</source>
            <translation>Раскладку не удаётся записать в {path}.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>There is no such folder.</source>
            <translation>Такой папки нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/user_file.py" />
            <source>There is something else than a file.</source>
            <translation>Там не файл, а что-то другое.</translation>
        </message>
        <message>
            <location filename="bxdesk/storage/window_state.py" />
            <source>How the window is arranged</source>
            <translation>Расположение частей окна</translation>
        </message>
    </context>
</TS>
