import { fold } from '../text/fold.ts';

/** Planets, products, platforms and makes that the press writes like people. Used in every language. */
export const tradeNames: ReadonlySet<string> = new Set(
  `facebook twitter instagram tiktok youtube whatsapp telegram viber snapchat linkedin skype zoom netflix spotify google gmail android iphone ipad ipod macbook windows linux firefox chrome safari opera explorer outlook excel word
  photoshop wikipedia wikileaks amazon alexa siri kindle paypal ebay uber bolt-app airbnb booking tinder reddit pinterest dropbox playstation xbox nintendo wii switch fortnite minecraft pokemon bluetooth wifi java python
  galaxy pixel xperia lumia blackberry nexus thinkpad samsung nokia huawei xiaomi lenovo motorola ericsson sony panasonic philips siemens bosch intel nvidia microsoft oracle apple ikea zara lidl kaufland
  audi bmw mercedes volkswagen golf passat polo opel astra corsa ford focus fiesta fiat punto panda toyota corolla yaris honda civic nissan qashqai mazda suzuki hyundai kia renault clio megane peugeot citroën skoda octavia fabia dacia logan duster
  volvo jaguar bentley ferrari lamborghini porsche maserati bugatti tesla-motors kawasaki yamaha vespa boeing airbus cessna concorde tomahawk patriot javelin stinger himars bayraktar leopard abrams bradley kalashnikov kalašnjikov
  pfizer moderna astrazeneca sinopharm sputnik janssen aspirin viagra botox omicron omikron delta covid corona korona ebola zika brexit bitcoin ethereum dogecoin euro dolar nobel oscar grammy emmy cannes berlinale eurovision evrovizija eurosong eurovizion
  revlon maybelline l'oreal loreal oreal vichy essie nivea dove garnier lancome dior chanel gucci prada versace zalando h&m adidas nike puma reebok umbro gillette colgate pampers nestle nescafe danone milka lindt heineken carlsberg
  tesco sainsbury sainsburys aldi walmart carrefour auchan metro mercator konzum spar dm rossmann decathlon obi bauhaus jumbo lloyds barclays hsbc santander unicredit allianz generali uniqa axa vodafone telekom orange t-mobile telenor
  starbucks mcdonalds burger kfc subway pepsi fanta sprite redbull nespresso lavazza foxconn ericsson citroën seat smart mini dropbox cloud yahoo bing opera flickr tumblr twitch discord slack zendesk salesforce adobe cisco dell lenovo hp ibm intel
  mitsubishi subaru daewoo daihatsu isuzu lexus chevrolet buick cadillac chrysler dodge pontiac lancia trabant wartburg zastava lufthansa alitalia ryanair easyjet aeroflot
  bellator ufc nba nfl nhl mlb formula motogp unreal
  merkur venus mars jupiter saturn uran uranus neptun neptune pluton eurotransplant goethe-institut
  europa evropa europe arena schengen šengen islam allah olympics formula champions premijer-liga bundesliga superliga serie wimbledon`
    .split(/[\s-]+/)
    .map(fold),
);
